/* System calls that fail on demand, for LD_PRELOAD: those of Python, of SQLite and of the C library alike.

   fault_arm() names the folders (separated by colons) whose calls count, the number of the call to strike, and
   how: FAIL with an errno, DIE before or after it, or write only half (SHORT). fault_count() tells how many
   calls there were; none is counted during fault_pause(1). A call counts if its path, or the path of its
   descriptor, lies in one of the folders. */

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { COUNT, FAIL, DIE_BEFORE, DIE_AFTER, SHORT };

static char folders[PATH_MAX];
static long target, counted;
static int mode = -1, number, paused;
static char struck[PATH_MAX + 32];

void fault_arm(const char *paths, long at, int how, int error)
{
    snprintf(folders, sizeof folders, "%s", paths);
    target = at;
    counted = 0;
    mode = how;
    number = error;
    struck[0] = 0;
}

void fault_disarm(void) { mode = -1; }
void fault_pause(int on) { paused = on; }
long fault_count(void) { return counted; }
const char *fault_struck(void) { return struck; }

static int inside(const char *path)
{
    for (const char *one = folders; *one;) {
        size_t length = strcspn(one, ":");
        if (length && !strncmp(path, one, length) && (path[length] == '/' || !path[length]))
            return 1;
        one += length + (one[length] == ':');
    }
    return 0;
}

static int resolve(int folder, const char *path, char *into)
{
    char link[64], base[PATH_MAX];
    ssize_t length;

    if (path && path[0] == '/')
        return snprintf(into, PATH_MAX, "%s", path) > 0;
    if (folder == AT_FDCWD) {
        if (!getcwd(base, sizeof base))
            return 0;
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        length = readlink(link, base, sizeof base - 1);
        if (length < 0)
            return 0;
        base[length] = 0;
    }
    snprintf(into, PATH_MAX, "%.2000s%s%.2000s", base, path && *path ? "/" : "", path ? path : "");
    return 1;
}

/* Counts the call; how it is to be struck, or COUNT. */
static int strikes(const char *call, int folder, const char *path)
{
    char whole[PATH_MAX];
    int before = errno;

    if (mode < 0 || paused || !resolve(folder, path, whole) || !inside(whole)) {
        errno = before;
        return COUNT;
    }
    errno = before;
    if (++counted != target || mode == COUNT)
        return COUNT;
    snprintf(struck, sizeof struck, "%s %s", call, whole);
    if (mode == DIE_BEFORE)
        kill(getpid(), SIGKILL);
    if (mode == FAIL)
        errno = number;
    return mode;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(real))dlsym(RTLD_NEXT, #name)
#define RUN(type, failed, folder, path, label, call)          \
    int strike = strikes(label, folder, path);                \
    if (strike == FAIL) return failed;                        \
    type result = call;                                       \
    if (strike == DIE_AFTER) kill(getpid(), SIGKILL);         \
    return result

#define OPEN(name)                                                                         \
    int name(const char *path, int flags, ...)                                             \
    {                                                                                      \
        va_list rest; va_start(rest, flags); mode_t bits = va_arg(rest, mode_t); va_end(rest); \
        REAL(name); RUN(int, -1, AT_FDCWD, path, "open", real(path, flags, bits));         \
    }
#define OPENAT(name)                                                                       \
    int name(int folder, const char *path, int flags, ...)                                 \
    {                                                                                      \
        va_list rest; va_start(rest, flags); mode_t bits = va_arg(rest, mode_t); va_end(rest); \
        REAL(name); RUN(int, -1, folder, path, "open", real(folder, path, flags, bits));   \
    }
OPEN(open) OPEN(open64) OPENAT(openat) OPENAT(openat64)

ssize_t write(int fd, const void *data, size_t size)
{
    REAL(write);
    int strike = strikes("write", fd, 0);
    if (strike == FAIL) return -1;
    ssize_t result = real(fd, data, strike == SHORT && size > 1 ? size / 2 : size);
    if (strike == DIE_AFTER) kill(getpid(), SIGKILL);
    return result;
}

#define ON_FD(type, name, failed, label, parameters, call) \
    type name parameters { REAL(name); RUN(type, failed, fd, 0, label, call); }
ON_FD(ssize_t, pwrite, -1, "pwrite", (int fd, const void *data, size_t size, off_t at), real(fd, data, size, at))
ON_FD(ssize_t, pwrite64, -1, "pwrite", (int fd, const void *data, size_t size, off64_t at), real(fd, data, size, at))
ON_FD(ssize_t, read, -1, "read", (int fd, void *data, size_t size), real(fd, data, size))
ON_FD(ssize_t, pread, -1, "pread", (int fd, void *data, size_t size, off_t at), real(fd, data, size, at))
ON_FD(ssize_t, pread64, -1, "pread", (int fd, void *data, size_t size, off64_t at), real(fd, data, size, at))
ON_FD(int, fsync, -1, "fsync", (int fd), real(fd))
ON_FD(int, fdatasync, -1, "fdatasync", (int fd), real(fd))
ON_FD(int, fchmod, -1, "fchmod", (int fd, mode_t bits), real(fd, bits))
ON_FD(int, ftruncate, -1, "ftruncate", (int fd, off_t size), real(fd, size))
ON_FD(int, ftruncate64, -1, "ftruncate", (int fd, off64_t size), real(fd, size))
ON_FD(int, fstat, -1, "fstat", (int fd, struct stat *status), real(fd, status))
ON_FD(int, fstat64, -1, "fstat", (int fd, struct stat64 *status), real(fd, status))
ON_FD(DIR *, fdopendir, 0, "list", (int fd), real(fd))

#define ON_PATH(type, name, failed, label, parameters, call) \
    type name parameters { REAL(name); RUN(type, failed, AT_FDCWD, path, label, call); }
ON_PATH(int, unlink, -1, "unlink", (const char *path), real(path))
ON_PATH(int, mkdir, -1, "mkdir", (const char *path, mode_t bits), real(path, bits))
ON_PATH(int, stat, -1, "stat", (const char *path, struct stat *status), real(path, status))
ON_PATH(int, stat64, -1, "stat", (const char *path, struct stat64 *status), real(path, status))
ON_PATH(DIR *, opendir, 0, "list", (const char *path), real(path))

#define AT_PATH(name, label, parameters, call) \
    int name parameters { REAL(name); RUN(int, -1, folder, path, label, call); }
AT_PATH(unlinkat, "unlink", (int folder, const char *path, int flags), real(folder, path, flags))
AT_PATH(mkdirat, "mkdir", (int folder, const char *path, mode_t bits), real(folder, path, bits))
AT_PATH(fstatat, "stat", (int folder, const char *path, struct stat *status, int flags),
        real(folder, path, status, flags))
AT_PATH(fstatat64, "stat", (int folder, const char *path, struct stat64 *status, int flags),
        real(folder, path, status, flags))

#define BETWEEN(name, label, parameters, path, call) \
    int name parameters { REAL(name); RUN(int, -1, folder, path, label, call); }
BETWEEN(renameat, "rename", (int other, const char *old, int folder, const char *new), new,
        real(other, old, folder, new))
BETWEEN(renameat2, "exchange", (int other, const char *old, int folder, const char *new, unsigned flags), new,
        real(other, old, folder, new, flags))
BETWEEN(linkat, "link", (int other, const char *old, int folder, const char *new, int flags), new,
        real(other, old, folder, new, flags))

int rename(const char *old, const char *path)
{
    REAL(rename);
    RUN(int, -1, AT_FDCWD, path, "rename", real(old, path));
}

int link(const char *old, const char *path)
{
    REAL(link);
    RUN(int, -1, AT_FDCWD, path, "link", real(old, path));
}
