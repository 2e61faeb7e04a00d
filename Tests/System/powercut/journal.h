/* The undo journal of powercut.c: its records, as powercut.py reads them, and what it follows. */
enum kind {
    WRITE = 'W',  /* bytes of inode at offset, extent long, were `data` (less at the end of the file) */
    SIZE = 'T',   /* inode gets size `offset`; had old_size, of which `data` is cut off */
    BIRTH = 'B',  /* inode is new: older records of its number are of another file; extent = seq of CREATE */
    CREATE = 'C', /* path may appear */
    UNLINK = 'U', /* path goes; its file stays linked as path2 */
    RENAME = 'R', /* path becomes path2 */
    MKDIR = 'M',
    RMDIR = 'X',
    SAFE = 'S',   /* the content of inode up to extent is on disk */
    LISTED = 'D', /* the entries of folder path up to extent are on disk */
    ALL = 'A',    /* everything up to extent is on disk */
};

struct record {
    uint32_t magic;
    uint8_t kind;
    uint8_t padding[3];
    uint64_t seq, inode, offset, extent, old_size;
    uint32_t path_length, path2_length;
    uint64_t data_length;
};

static const uint32_t MAGIC = 0x70656331; /* "pec1" */

static char folder[PATH_MAX];
static char keep_folder[PATH_MAX + 8];
static int journal = -1;
static uint64_t last_seq;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void give_up(const char *what) {
    dprintf(2, "powercut: %s: %s\n", what, strerror(errno));
    _exit(97);
}

/* The caller holds the lock. A torn record at the end is one whose change has not happened. */
static uint64_t note(struct record record, const char *path, const char *path2, const void *data) {
    record.magic = MAGIC;
    record.seq = ++last_seq;
    record.path_length = path ? strlen(path) : 0;
    record.path2_length = path2 ? strlen(path2) : 0;
    struct iovec parts[] = {
        {&record, sizeof record},
        {(void *)path, record.path_length},
        {(void *)path2, record.path2_length},
        {(void *)data, record.data_length},
    };
    size_t total = 0;
    for (int part = 0; part < 4; part++) total += parts[part].iov_len;
    if (syscall(SYS_writev, journal, parts, 4) != (ssize_t)total) give_up("cannot write the journal");
    return record.seq;
}

__attribute__((constructor)) static void begin(void) {
    const char *wanted = getenv("POWERCUT_FOLDER"), *aside = getenv("POWERCUT_JOURNAL");
    if (!wanted || !aside) return;
    if (!realpath(wanted, folder)) give_up(wanted);
    char name[PATH_MAX];
    snprintf(keep_folder, sizeof keep_folder, "%s/kept", aside);
    if (syscall(SYS_mkdir, keep_folder, 0700) != 0 && errno != EEXIST) give_up(keep_folder);
    snprintf(name, sizeof name, "%s/journal", aside);
    int opened = syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (opened < 0) give_up(name);
    /* Out of the way of programs that count on the lowest descriptors. */
    journal = fcntl(opened, F_DUPFD_CLOEXEC, 900);
    syscall(SYS_close, opened);
    if (journal < 0) give_up("cannot move the journal's descriptor");
}

/* What is followed */

enum { UNKNOWN, OTHER, FOLLOWED, FOLDER };
#define DESCRIPTORS 65536
static unsigned char state_of[DESCRIPTORS];

static int below(const char *path) {
    size_t length = strlen(folder), whole = strlen(path);
    if (journal < 0 || strncmp(path, folder, length) != 0) return 0;
    if (path[length] != '/' && path[length] != 0) return 0;
    return !(whole > 4 && strcmp(path + whole - 4, "-shm") == 0);
}

static int path_of(int fd, char path[PATH_MAX]) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return 1;
}

/* The absolute path of an entry, its folder resolved; the entry itself need not exist. */
static int absolute(int at, const char *path, char result[PATH_MAX]) {
    char whole[2 * PATH_MAX], base[PATH_MAX];
    if (path[0] == '/') {
        snprintf(whole, sizeof whole, "%s", path);
    } else {
        if (at == AT_FDCWD ? !getcwd(base, sizeof base) : !path_of(at, base)) return 0;
        snprintf(whole, sizeof whole, "%s/%s", base, path);
    }
    char *slash = strrchr(whole, '/');
    const char *name = slash + 1;
    if (strcmp(name, "") == 0 || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return realpath(whole, result) != NULL;
    *slash = 0;
    if (!realpath(slash == whole ? "/" : whole, base)) return 0;
    return snprintf(result, PATH_MAX, "%s/%s", strcmp(base, "/") ? base : "", name) < PATH_MAX;
}

static int followed(int fd) {
    if (journal < 0 || fd < 0 || fd >= DESCRIPTORS) return OTHER;
    if (state_of[fd] != UNKNOWN) return state_of[fd];
    int saved = errno, state = OTHER;
    struct stat status;
    char path[PATH_MAX];
    if (fstat(fd, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) && path_of(fd, path)
        && below(path))
        state = S_ISDIR(status.st_mode) ? FOLDER : FOLLOWED;
    errno = saved;
    return state_of[fd] = state;
}

static void forget(int fd) {
    if (fd >= 0 && fd < DESCRIPTORS) state_of[fd] = UNKNOWN;
}
