"""Mounted file systems: of which type the one below a path is, and whether other machines write to it."""

import os

LOCAL = ("bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "jfs", "overlay", "tmpfs", "xfs", "zfs")
"""File systems that no other machine writes to."""
NETWORK = (
    "9p", "afs", "ceph", "cifs", "fuse.rclone", "fuse.sshfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3",
    "smbfs",
)  # fmt: skip
"""File systems of other machines: no events for their writers, and locks at best among netui's own."""
MOUNTS = "/proc/self/mountinfo"


def file_system(device: int, mounts: str = MOUNTS) -> str:
    """The type of the file system with this device number (``st_dev``), as in ``ext4``; "" if not listed.

    ``mounts`` is in the format of ``mountinfo``, see proc(5). Raises OSError where there is no such file.
    """
    wanted = f"{os.major(device)}:{os.minor(device)}"
    with open(mounts, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            fields, _, about = line.partition(" - ")
            if fields.split()[2:3] == [wanted]:
                return about.split(" ")[0]
    return ""
