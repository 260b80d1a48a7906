"""What screens share: the base screen, forms, the picker, and handling of resizes."""
