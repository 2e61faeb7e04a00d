/* A disk that can lose its power: an LD_PRELOAD library that keeps an undo journal of changes below a folder.
 *
 * SIGKILL does not show that data is durable, since the page cache of the kernel outlives the process. So
 * before a change to a file or folder below POWERCUT_FOLDER, the way back is appended to the journal; a
 * successful fsync or fdatasync appends that everything before it is safe. After the kill, powercut.py takes
 * back what was not safe.
 *
 * Seen: open and its kin, mkstemp, write, pwrite, writev, pwritev, ftruncate, truncate, fallocate, rename,
 * link, unlink, mkdir, rmdir, fsync, fdatasync, sync, syncfs; O_APPEND, O_TRUNC and O_SYNC. Not seen: stdio
 * streams (fwrite), mmap, copy_file_range, sendfile into a file. sync_file_range is no sync. Files whose name
 * ends in -shm are SQLite's shared memory, made anew after a restart: not followed, and removed by
 * powercut.py.
 *
 * One lock is held from reading the old bytes until the change is made, so that the journal has the order of
 * the disk; it is not held during a sync. A sync covers what was done before it began. A write-only file is
 * opened for reading as well: a second descriptor would, when closed, drop the POSIX locks that SQLite holds.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "journal.h"

/* Content */

/* The old bytes of a range, as far as the file has them; the caller frees them. */
static char *old_bytes(int fd, uint64_t from, uint64_t until, uint64_t size, uint64_t *length) {
    *length = 0;
    if (until > size) until = size;
    if (from >= until) return NULL;
    char *bytes = malloc(until - from);
    if (!bytes) give_up("no memory for old bytes");
    while (*length < until - from) {
        ssize_t got = syscall(SYS_pread64, fd, bytes + *length, until - from - *length, from + *length);
        if (got < 0) give_up("cannot read the old bytes");
        if (got == 0) break;
        *length += got;
    }
    return bytes;
}

static void note_write(int fd, int64_t offset, uint64_t extent) {
    struct stat status;
    if (fstat(fd, &status) != 0) give_up("fstat");
    if (fcntl(fd, F_GETFL) & O_APPEND) offset = status.st_size;
    if (offset < 0) offset = syscall(SYS_lseek, fd, 0, SEEK_CUR);
    uint64_t length;
    char *bytes = old_bytes(fd, offset, offset + extent, status.st_size, &length);
    note((struct record){.kind = WRITE, .inode = status.st_ino, .offset = offset, .extent = extent,
                         .old_size = status.st_size, .data_length = length}, NULL, NULL, bytes);
    free(bytes);
}

static void note_size(int fd, uint64_t size) {
    struct stat status;
    if (fstat(fd, &status) != 0) give_up("fstat");
    uint64_t length;
    char *bytes = old_bytes(fd, size, status.st_size, status.st_size, &length);
    note((struct record){.kind = SIZE, .inode = status.st_ino, .offset = size, .old_size = status.st_size,
                         .data_length = length}, NULL, NULL, bytes);
    free(bytes);
}

static void note_safe(int fd, uint64_t until) {
    struct stat status;
    char path[PATH_MAX];
    int saved = errno;
    if (fstat(fd, &status) != 0) give_up("fstat");
    pthread_mutex_lock(&lock);
    if (S_ISDIR(status.st_mode)) {
        if (path_of(fd, path)) note((struct record){.kind = LISTED, .extent = until}, path, NULL, NULL);
    } else {
        note((struct record){.kind = SAFE, .inode = status.st_ino, .extent = until}, NULL, NULL, NULL);
    }
    pthread_mutex_unlock(&lock);
    errno = saved;
}

static uint64_t done_so_far(void) {
    pthread_mutex_lock(&lock);
    uint64_t seq = last_seq;
    pthread_mutex_unlock(&lock);
    return seq;
}

#define CHANGE(fd, noting, call)                                                        \
    if (followed(fd) != FOLLOWED) return call;                                          \
    pthread_mutex_lock(&lock);                                                          \
    noting;                                                                             \
    ssize_t outcome = call;                                                             \
    int saved = errno;                                                                  \
    uint64_t until = last_seq;                                                          \
    pthread_mutex_unlock(&lock);                                                        \
    if (outcome >= 0 && (fcntl(fd, F_GETFL) & (O_SYNC | O_DSYNC))) note_safe(fd, until); \
    errno = saved;                                                                      \
    return outcome

static uint64_t extent_of(const struct iovec *parts, int count) {
    uint64_t extent = 0;
    for (int part = 0; part < count; part++) extent += parts[part].iov_len;
    return extent;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    CHANGE(fd, note_write(fd, -1, count), syscall(SYS_write, fd, bytes, count));
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
    CHANGE(fd, note_write(fd, -1, extent_of(parts, count)), syscall(SYS_writev, fd, parts, count));
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
    CHANGE(fd, note_write(fd, offset, count), syscall(SYS_pwrite64, fd, bytes, count, offset));
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
    return pwrite64(fd, bytes, count, offset);
}
ssize_t pwritev2(int fd, const struct iovec *parts, int count, off_t offset, int flags) {
    CHANGE(fd, note_write(fd, offset, extent_of(parts, count)),
           syscall(SYS_pwritev2, fd, parts, count, offset, offset >> 32, flags));
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
    return pwritev2(fd, parts, count, offset, 0);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) {
    return pwritev2(fd, parts, count, offset, 0);
}
int ftruncate64(int fd, off64_t size) { CHANGE(fd, note_size(fd, size), syscall(SYS_ftruncate, fd, size)); }
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

/* With any mode, the range may change: noted as if it were overwritten. */
int fallocate64(int fd, int mode, off64_t offset, off64_t length) {
    CHANGE(fd, note_write(fd, offset, length), syscall(SYS_fallocate, fd, mode, offset, length));
}
int fallocate(int fd, int mode, off_t offset, off_t length) { return fallocate64(fd, mode, offset, length); }
int posix_fallocate64(int fd, off64_t offset, off64_t length) {
    return fallocate64(fd, 0, offset, length) == 0 ? 0 : errno;
}
int posix_fallocate(int fd, off_t offset, off_t length) { return posix_fallocate64(fd, offset, length); }

int truncate64(const char *path, off64_t size) {
    int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0) return -1;
    int outcome = ftruncate64(fd, size), saved = errno;
    close(fd);
    errno = saved;
    return outcome;
}
int truncate(const char *path, off_t size) { return truncate64(path, size); }

static int synced(int fd, long call) {
    int state = followed(fd);
    uint64_t until = state == OTHER ? 0 : done_so_far();
    int outcome = syscall(call, fd);
    if (outcome == 0 && state != OTHER) note_safe(fd, until);
    return outcome;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

static void note_all(uint64_t until) {
    if (journal < 0) return;
    pthread_mutex_lock(&lock);
    note((struct record){.kind = ALL, .extent = until}, NULL, NULL, NULL);
    pthread_mutex_unlock(&lock);
}
void sync(void) {
    uint64_t until = done_so_far();
    syscall(SYS_sync);
    note_all(until);
}
int syncfs(int fd) {
    uint64_t until = done_so_far();
    int outcome = syscall(SYS_syncfs, fd);
    if (outcome == 0) note_all(until);
    return outcome;
}

/* Names */

/* Notes a birth once the file is there; the caller holds the lock. */
static void note_birth(int fd, const char *path, uint64_t created) {
    struct stat status;
    if (fstat(fd, &status) != 0) give_up("fstat");
    note((struct record){.kind = BIRTH, .inode = status.st_ino, .extent = created}, path, NULL, NULL);
}

static int opened(int at, const char *path, int flags, mode_t mode) {
    char whole[PATH_MAX];
    if (journal < 0 || !absolute(at, path, whole) || !below(whole) || (flags & O_TMPFILE) == O_TMPFILE) {
        int fd = syscall(SYS_openat, at, path, flags, mode);
        forget(fd);
        return fd;
    }
    if ((flags & O_ACCMODE) == O_WRONLY) flags = (flags & ~O_ACCMODE) | O_RDWR;
    pthread_mutex_lock(&lock);
    struct stat status;
    int created = (flags & O_CREAT) && lstat(whole, &status) != 0;
    uint64_t seq = created ? note((struct record){.kind = CREATE}, whole, NULL, NULL) : 0;
    int fd = syscall(SYS_openat, at, path, flags & ~O_TRUNC, mode);
    int saved = errno;
    forget(fd);
    if (fd >= 0 && created) note_birth(fd, whole, seq);
    if (fd >= 0 && (flags & O_TRUNC) && followed(fd) == FOLLOWED) {
        note_size(fd, 0);
        syscall(SYS_ftruncate, fd, 0);
    }
    pthread_mutex_unlock(&lock);
    errno = saved;
    return fd;
}

#define MODE(flags)                                            \
    mode_t mode = 0;                                           \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                     \
        va_list rest;                                          \
        va_start(rest, flags);                                 \
        mode = va_arg(rest, mode_t);                           \
        va_end(rest);                                          \
    }
int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
/* What the headers turn open into, in programs built with _FORTIFY_SOURCE. */
int __open_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __openat_2(int at, const char *path, int flags) { return opened(at, path, flags, 0); }
int __openat64_2(int at, const char *path, int flags) { return opened(at, path, flags, 0); }
int creat(const char *path, mode_t mode) {
    return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

/* A name drawn here and opened exclusively, since the library's own mkstemp opens past us. */
int mkostemps(char *template, int suffix, int flags) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    char *hole = template + strlen(template) - suffix - 6;
    for (int attempt = 0; attempt < 1000; attempt++) {
        unsigned char random[6];
        if (syscall(SYS_getrandom, random, sizeof random, 0) != sizeof random) return -1;
        for (int letter = 0; letter < 6; letter++)
            hole[letter] = letters[random[letter] % (sizeof letters - 1)];
        int fd = open(template, flags | O_RDWR | O_CREAT | O_EXCL, 0600);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}
int mkostemp(char *template, int flags) { return mkostemps(template, 0, flags); }
int mkostemp64(char *template, int flags) { return mkostemps(template, 0, flags); }
int mkstemps(char *template, int suffix) { return mkostemps(template, suffix, 0); }
int mkstemp(char *template) { return mkostemps(template, 0, 0); }
int mkstemp64(char *template) { return mkostemps(template, 0, 0); }

/* Keeps a file that is about to lose its name, and notes how to give it back. The caller holds the lock. */
static void note_unlink(const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0) return;
    char kept[PATH_MAX + 64];
    snprintf(kept, sizeof kept, "%s/%llu", keep_folder, (unsigned long long)last_seq + 1);
    if (syscall(SYS_linkat, AT_FDCWD, path, AT_FDCWD, kept, 0) != 0) give_up("cannot keep a file that goes");
    note((struct record){.kind = UNLINK, .inode = status.st_ino}, path, kept, NULL);
}

#define NAMES(at, path, noting, call)                                              \
    char whole[PATH_MAX];                                                          \
    if (journal < 0 || !absolute(at, path, whole) || !below(whole)) return call;   \
    pthread_mutex_lock(&lock);                                                     \
    noting;                                                                        \
    int outcome = call, saved = errno;                                             \
    pthread_mutex_unlock(&lock);                                                   \
    errno = saved;                                                                 \
    return outcome

int unlinkat(int at, const char *path, int flags) {
    NAMES(at, path,
          if (flags & AT_REMOVEDIR) note((struct record){.kind = RMDIR}, whole, NULL, NULL);
          else note_unlink(whole),
          syscall(SYS_unlinkat, at, path, flags));
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0) return -1;
    return unlinkat(AT_FDCWD, path, S_ISDIR(status.st_mode) ? AT_REMOVEDIR : 0);
}
int mkdirat(int at, const char *path, mode_t mode) {
    struct stat status;
    NAMES(at, path, if (lstat(whole, &status) != 0) note((struct record){.kind = MKDIR}, whole, NULL, NULL),
          syscall(SYS_mkdirat, at, path, mode));
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
int linkat(int from_at, const char *from, int at, const char *path, int flags) {
    struct stat status;
    NAMES(at, path, if (lstat(whole, &status) != 0) note((struct record){.kind = CREATE}, whole, NULL, NULL),
          syscall(SYS_linkat, from_at, from, at, path, flags));
}
int link(const char *from, const char *path) { return linkat(AT_FDCWD, from, AT_FDCWD, path, 0); }

/* Into or out of the folder counts as a new or a lost name. */
static void note_rename(int at, const char *from, const char *whole) {
    char source[PATH_MAX];
    struct stat status;
    if (!absolute(at, from, source) || lstat(source, &status) != 0) return;
    int replaced = below(whole) && lstat(whole, &status) == 0;
    if (replaced && S_ISDIR(status.st_mode)) note((struct record){.kind = RMDIR}, whole, NULL, NULL);
    else if (replaced) note_unlink(whole);
    if (below(source) && below(whole)) note((struct record){.kind = RENAME}, source, whole, NULL);
    else if (below(whole)) note((struct record){.kind = CREATE}, whole, NULL, NULL);
    else if (below(source)) note_unlink(source);
}
int renameat2(int from_at, const char *from, int at, const char *path, unsigned flags) {
    char whole[PATH_MAX];
    if (journal < 0 || !absolute(at, path, whole))
        return syscall(SYS_renameat2, from_at, from, at, path, flags);
    pthread_mutex_lock(&lock);
    struct stat status;
    if (!((flags & RENAME_NOREPLACE) && lstat(whole, &status) == 0)) note_rename(from_at, from, whole);
    int outcome = syscall(SYS_renameat2, from_at, from, at, path, flags), saved = errno;
    pthread_mutex_unlock(&lock);
    errno = saved;
    return outcome;
}
int renameat(int from_at, const char *from, int at, const char *path) {
    return renameat2(from_at, from, at, path, 0);
}
int rename(const char *from, const char *path) { return renameat2(AT_FDCWD, from, AT_FDCWD, path, 0); }

/* Descriptors that change hands */

int close(int fd) {
    if (fd == journal && journal >= 0) return 0;
    forget(fd);
    return syscall(SYS_close, fd);
}
int dup2(int from, int to) {
    forget(to);
    return from == to ? (fcntl(from, F_GETFD) < 0 ? -1 : to) : (int)syscall(SYS_dup3, from, to, 0);
}
int dup3(int from, int to, int flags) {
    forget(to);
    return syscall(SYS_dup3, from, to, flags);
}
int fclose(FILE *stream) {
    static int (*real)(FILE *);
    if (!real) real = dlsym(RTLD_NEXT, "fclose");
    forget(fileno(stream));
    return real(stream);
}
int closedir(DIR *stream) {
    static int (*real)(DIR *);
    if (!real) real = dlsym(RTLD_NEXT, "closedir");
    forget(dirfd(stream));
    return real(stream);
}
