/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds that a process sets itself, for good: limits, Landlock, and a filter of system calls. */
#define _GNU_SOURCE /* O_PATH, CLONE_THREAD */

#include "yc-sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What a hostile document may make the libraries take, in bytes. */
#define MAX_MEMORY ((rlim_t) 1024 * 1024 * 1024)

/* The largest page, and then some. */
#define MAX_FILE ((rlim_t) 160 * 1024 * 1024)

#define MAX_DESCRIPTORS 64

/* The address sanitizer needs more room than any limit, and calls that nobody else makes. */
#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED TRUE
#else
#define IS_SANITIZED FALSE
#endif

/* Of Landlock's first version: all there is to do with files. */
#define FILE_READING (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define FILE_ACCESS ((G_GUINT64_CONSTANT (1) << 13) - 1)

static const char *const readable[] = { "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/alternatives",
                                        "/var/cache/fontconfig" };

/* What the libraries were seen to use at work, and their neighbours on other machines. */
static const char *const allowed[] = {
  "access", "arch_prctl", "brk", "clock_getres", "clock_gettime", "clock_nanosleep", "close", "dup",
  "epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_wait", "eventfd2", "exit", "exit_group",
  "faccessat", "faccessat2", "fadvise64", "fcntl", "fstat", "fstatfs", "fstat64", "ftruncate",
  "ftruncate64", "futex", "futex_time64", "getcwd", "getdents64", "getegid", "geteuid", "getgid",
  "getpeername", "getpid", "getppid", "getrandom", "getrlimit", "getrusage", "getsockname",
  "getsockopt", "gettid", "gettimeofday", "getuid", "lseek", "lstat", "madvise", "membarrier",
  "memfd_create", "mremap", "munmap", "nanosleep", "newfstatat", "pipe2", "poll", "ppoll",
  "pread64", "read", "readlink", "readlinkat", "readv", "recvfrom", "recvmsg", "restart_syscall",
  "rseq", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigtimedwait", "sched_getaffinity",
  "sched_getattr", "sched_getparam", "sched_getscheduler", "sched_yield", "sendmsg", "sendto",
  "set_robust_list", "setsockopt", "set_tid_address", "shutdown", "sigaltstack", "stat", "statfs",
  "statx", "sysinfo", "time", "uname", "write", "writev",
};

/* No library calls these over a document. */
static const char *const deadly[] = {
  "execve", "execveat", "init_module", "finit_module", "kexec_load", "mount", "process_vm_readv",
  "process_vm_writev", "ptrace",
};

/* limits */

static void
set_limit (int what, rlim_t most)
{
  const struct rlimit limit = { most, most };

  setrlimit (what, &limit);
}

/* Citizens' papers are in this memory: none of it goes into a core file. */
static void
set_limits (void)
{
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_NOFILE, MAX_DESCRIPTORS);
  set_limit (RLIMIT_FSIZE, MAX_FILE);
  if (!IS_SANITIZED)
    set_limit (RLIMIT_AS, MAX_MEMORY);
}

/* files */

static int
create_ruleset (const struct landlock_ruleset_attr *attributes, gsize size, guint32 flags)
{
  return (int) syscall (SYS_landlock_create_ruleset, attributes, size, flags);
}

/* What is not there cannot be read anyway. */
static void
allow_reading (int ruleset, const char *path)
{
  struct landlock_path_beneath_attr rule = { .allowed_access = FILE_READING };

  rule.parent_fd = open (path, O_PATH | O_CLOEXEC);
  if (rule.parent_fd < 0)
    return;
  syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close (rule.parent_fd);
}

static void
allow_own_fonts (int ruleset)
{
  g_autofree char *fonts = g_build_filename (g_get_user_data_dir (), "fonts", NULL);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "fontconfig", NULL);

  allow_reading (ruleset, fonts);
  allow_reading (ruleset, cache);
}

static gboolean
fence_files (GError **error)
{
  const struct landlock_ruleset_attr attributes = { .handled_access_fs = FILE_ACCESS };
  int ruleset = create_ruleset (&attributes, sizeof attributes, 0);
  gboolean fenced = FALSE;

  if (ruleset >= 0)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
        allow_reading (ruleset, readable[i]);
      allow_own_fonts (ruleset);
      fenced = syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
      close (ruleset);
    }
  if (!fenced)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No Landlock");
  return fenced;
}

/* calls */

/* Names that this machine's kernel does not have are of no interest. */
static int
add_rule (scmp_filter_ctx filter, guint32 action, const char *name, guint n_conditions,
          struct scmp_arg_cmp condition)
{
  int call = seccomp_syscall_resolve_name (name);

  return call < 0 ? 0 : seccomp_rule_add_array (filter, action, call, n_conditions, &condition);
}

static int
add_names (scmp_filter_ctx filter, guint32 action, const char *const *names, gsize n_names)
{
  const struct scmp_arg_cmp none = { 0 };
  int code = 0;

  for (gsize i = 0; i < n_names && code == 0; i++)
    code = add_rule (filter, action, names[i], 0, none);
  return code;
}

/* Threads, but no processes. What clone3() is told lies in memory, where no filter sees it: the C
 * library takes the old call when there is no new one. */
static int
add_threads (scmp_filter_ctx filter)
{
  int code = add_rule (filter, SCMP_ACT_ALLOW, "clone", 1,
                       SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));

  if (code == 0)
    code = add_rule (filter, SCMP_ACT_ERRNO (ENOSYS), "clone3", 0, (struct scmp_arg_cmp){ 0 });
  if (code == 0)
    code = add_rule (filter, SCMP_ACT_ALLOW, "tgkill", 1,
                     SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()));
  return code;
}

/* Memory for data only; the sanitizers map what they like. */
static int
add_memory (scmp_filter_ctx filter)
{
  static const char *const names[] = { "mmap", "mmap2", "mprotect" };
  int code = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && code == 0; i++)
    code = add_rule (filter, SCMP_ACT_ALLOW, names[i], 1,
                     SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  return code;
}

/* Questions about limits, and the names of threads. */
static int
add_questions (scmp_filter_ctx filter)
{
  int code = add_rule (filter, SCMP_ACT_ALLOW, "prlimit64", 1, SCMP_A2 (SCMP_CMP_EQ, 0));

  return code != 0 ? code
                   : add_rule (filter, SCMP_ACT_ALLOW, "prctl", 1,
                               SCMP_A0 (SCMP_CMP_EQ, PR_SET_NAME));
}

static int
add_reading (scmp_filter_ctx filter)
{
  const scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  int code = add_rule (filter, SCMP_ACT_ALLOW, "open", 1,
                       SCMP_A1 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY));

  return code != 0 ? code
                   : add_rule (filter, SCMP_ACT_ALLOW, "openat", 1,
                               SCMP_A2 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
}

static int
filter_calls (gboolean reads_files)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  int code = filter != NULL ? 0 : -ENOMEM;

  if (code == 0)
    code = add_names (filter, SCMP_ACT_ALLOW, allowed, G_N_ELEMENTS (allowed));
  if (code == 0)
    code = add_names (filter, SCMP_ACT_KILL_PROCESS, deadly, G_N_ELEMENTS (deadly));
  if (code == 0)
    code = add_threads (filter);
  if (code == 0)
    code = add_memory (filter);
  if (code == 0)
    code = add_questions (filter);
  if (code == 0 && reads_files)
    code = add_reading (filter);
  if (code == 0)
    code = seccomp_load (filter);
  if (filter != NULL)
    seccomp_release (filter);
  return code;
}

YcSandboxFiles
yc_sandbox_find_files (void)
{
  return create_ruleset (NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1 ? YC_SANDBOX_FILES_SYSTEM
                                                                        : YC_SANDBOX_FILES_NONE;
}

gboolean
yc_sandbox_enter (YcSandboxFiles files, GError **error)
{
  int code;

  set_limits ();
  if (files == YC_SANDBOX_FILES_SYSTEM && !fence_files (error))
    return FALSE;
  code = IS_SANITIZED ? 0 : filter_calls (files != YC_SANDBOX_FILES_NONE);
  if (code == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No filter of system calls: %s",
               g_strerror (-code));
  return FALSE;
}
