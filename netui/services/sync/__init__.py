"""Keep the open network in step with its folder: watcher, change detection, index build, screen snapshot."""
