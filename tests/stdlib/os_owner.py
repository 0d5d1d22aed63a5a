# os: owners, descriptors in place of paths, several buffers at once, device numbers.
import os
with open("file", "wb") as f:
    f.write(b"0123456789")
st = os.stat("file")
os.chown("file", -1, -1)
os.chown("file", st.st_uid, st.st_gid)
os.lchown("file", -1, st.st_gid)
fd = os.open("file", os.O_RDWR)
os.fchown(fd, st.st_uid, -1)
os.fchmod(fd, 0o600)
assert os.fstat(fd).st_mode & 0o777 == 0o600
os.chmod(fd, 0o640)
assert os.stat("file").st_mode & 0o777 == 0o640
a, b = bytearray(3), bytearray(4)
assert os.readv(fd, [a, b]) == 7 and (a, b) == (b"012", b"3456")
assert os.preadv(fd, [a], 5) == 3 and a == b"567"
assert os.writev(fd, [b"x", b"yz"]) == 3
assert os.pwritev(fd, [b"A", bytearray(b"B")], 0) == 2
assert os.pread(fd, 20, 0) == b"AB23456xyz"
os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_WILLNEED)
os.posix_fallocate(fd, 0, 12)
assert os.fstat(fd).st_size == 12
assert os.fstatvfs(fd).f_bsize == os.statvfs("file").f_bsize
os.close(fd)
dev = os.makedev(259, 70000)
assert (os.major(dev), os.minor(dev)) == (259, 70000)
assert os.getresuid()[0] == os.getuid()
assert os.sched_get_priority_max(os.SCHED_RR) == 99
---
import os
os.chown("file", "0", 0)  ### "TypeError: uid should be integer, not str"
---
import os
os.chown("file", -2, 0)  ### "OverflowError: uid is less than minimum"
---
import os
os.fchdir(1000)  ### "OSError: \\[Errno 9\\] Bad file descriptor"
---
import os, warnings
warnings.simplefilter("error")
os.stat(True)  ### "RuntimeWarning: bool is used as a file descriptor"
---
import os
os.mkdir("folder")
fd = os.open("folder", os.O_RDONLY)
os.fchdir(fd)
assert os.path.basename(os.getcwd()) == "folder"
