import os

from netui.storage.files.mounts import LOCAL, NETWORK, file_system

LINE = "36 35 {device} / /mnt rw,noatime master:1 - {kind} /dev/root rw,errors=continue\n"


def test_the_type_of_a_file_system_is_found_by_its_device(tmp_path):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(LINE.format(device="0:7", kind="nfs4") + LINE.format(device="8:1", kind="ext4"))
    assert file_system(os.makedev(8, 1), str(mounts)) == "ext4"
    assert file_system(os.makedev(0, 7), str(mounts)) == "nfs4"
    assert file_system(os.makedev(9, 9), str(mounts)) == ""


def test_no_file_system_is_local_and_remote():
    assert not set(LOCAL) & set(NETWORK)
