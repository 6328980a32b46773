/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process in the sandbox can still do, tried in a child for each. */
#define _GNU_SOURCE /* memfd_create() */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "yc-sandbox.h"

#define MIB (1024 * 1024)

/* There is no filter under the address sanitizer. */
#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED TRUE
#else
#define IS_SANITIZED FALSE
#endif

/* Made before the sandbox is entered. */
static char *folder;
static int here = -1;

/* Each returns what the kernel did: -1 and errno, or not. */
static int
read_secret (void)
{
  return open ("/etc/passwd", O_RDONLY);
}

static int
read_library (void)
{
  return open ("/usr/share", O_RDONLY | O_DIRECTORY);
}

static int
list_folder (void)
{
  return open (folder, O_RDONLY | O_DIRECTORY);
}

static int
write_file (void)
{
  return openat (here, "written", O_WRONLY | O_CREAT, 0600);
}

static int
truncate_file (void)
{
  return openat (here, "there", O_RDONLY | O_TRUNC);
}

static int
remove_file (void)
{
  return unlinkat (here, "there", 0);
}

static int
make_folder (void)
{
  return mkdirat (here, "made", 0700);
}

static int
open_internet_socket (void)
{
  return socket (AF_INET, SOCK_STREAM, 0);
}

static int
open_local_socket (void)
{
  return socket (AF_UNIX, SOCK_STREAM, 0);
}

static int
make_process (void)
{
  return (int) syscall (SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
}

static int
run_program (void)
{
  char *arguments[] = { (char *) "true", NULL };

  return execv ("/usr/bin/true", arguments);
}

static int
look_into_parent (void)
{
  return (int) ptrace (PTRACE_ATTACH, getppid (), NULL, NULL);
}

static int
signal_parent (void)
{
  return kill (getppid (), 0);
}

static int
make_executable_memory (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
             ? -1
             : 0;
}

static int
make_memory_executable (void)
{
  void *memory = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return mprotect (memory, 4096, PROT_READ | PROT_EXEC);
}

static int
take_much_memory (void)
{
  return mmap (NULL, (size_t) 1100 * MIB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
               0) == MAP_FAILED
             ? -1
             : 0;
}

static int
hand_over (size_t size)
{
  int fd = memfd_create ("page", MFD_CLOEXEC);

  return fd < 0 ? -1 : ftruncate (fd, (off_t) size);
}

static int
hand_over_page (void)
{
  return hand_over ((size_t) 32 * MIB * 4);
}

static int
hand_over_too_much (void)
{
  return hand_over ((size_t) 512 * MIB);
}

static int
raise_limit (void)
{
  const struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

  return setrlimit (RLIMIT_AS, &limit);
}

static int
allow_core_files (void)
{
  return prctl (PR_SET_DUMPABLE, 1, 0, 0, 0);
}

static void *
work_cb (void *data)
{
  *(int *) data = 7;
  return NULL;
}

static int
start_thread (void)
{
  pthread_t thread;
  int result = 0;

  if (pthread_create (&thread, NULL, work_cb, &result) != 0)
    return -1;
  pthread_join (thread, NULL);
  errno = EIO;
  return result == 7 ? 0 : -1;
}

static int
give_up (void)
{
  abort ();
}

typedef struct
{
  const char    *name;
  YcSandboxFiles files;
  int (*attempt) (void);
  int            code;   /* errno, 0: it can be done */
  int            signal; /* what ends the process */
} Attempt;

/* Files: by Landlock, without it, and behind a fence, where whatever there is may be read. */
static const Attempt file_attempts[] = {
  { "read-secret", YC_SANDBOX_FILES_SYSTEM, read_secret, EACCES, 0 },
  { "list-folder", YC_SANDBOX_FILES_SYSTEM, list_folder, EACCES, 0 },
  { "read-library", YC_SANDBOX_FILES_SYSTEM, read_library, 0, 0 },
};

static const Attempt attempts[] = {
  { "no-files/read-secret", YC_SANDBOX_FILES_NONE, read_secret, EPERM, 0 },
  { "no-files/read-library", YC_SANDBOX_FILES_NONE, read_library, EPERM, 0 },
  { "fenced/read-library", YC_SANDBOX_FILES_FENCED, read_library, 0, 0 },
  { "write-file", YC_SANDBOX_FILES_FENCED, write_file, EPERM, 0 },
  { "truncate-file", YC_SANDBOX_FILES_FENCED, truncate_file, EPERM, 0 },
  { "remove-file", YC_SANDBOX_FILES_FENCED, remove_file, EPERM, 0 },
  { "make-folder", YC_SANDBOX_FILES_FENCED, make_folder, EPERM, 0 },
  { "internet-socket", YC_SANDBOX_FILES_FENCED, open_internet_socket, EPERM, 0 },
  { "local-socket", YC_SANDBOX_FILES_FENCED, open_local_socket, EPERM, 0 },
  { "process", YC_SANDBOX_FILES_FENCED, make_process, EPERM, 0 },
  { "program", YC_SANDBOX_FILES_FENCED, run_program, 0, SIGSYS },
  { "look-into-parent", YC_SANDBOX_FILES_FENCED, look_into_parent, 0, SIGSYS },
  { "signal-parent", YC_SANDBOX_FILES_FENCED, signal_parent, EPERM, 0 },
  { "executable-memory", YC_SANDBOX_FILES_FENCED, make_executable_memory, EPERM, 0 },
  { "memory-made-executable", YC_SANDBOX_FILES_FENCED, make_memory_executable, EPERM, 0 },
  { "much-memory", YC_SANDBOX_FILES_FENCED, take_much_memory, ENOMEM, 0 },
  { "page", YC_SANDBOX_FILES_FENCED, hand_over_page, 0, 0 },
  { "page-too-large", YC_SANDBOX_FILES_FENCED, hand_over_too_much, 0, SIGXFSZ },
  { "limit", YC_SANDBOX_FILES_FENCED, raise_limit, EPERM, 0 },
  { "core-files", YC_SANDBOX_FILES_FENCED, allow_core_files, EPERM, 0 },
  { "thread", YC_SANDBOX_FILES_FENCED, start_thread, 0, 0 },
  { "give-up", YC_SANDBOX_FILES_FENCED, give_up, 0, SIGABRT },
};

static void
attempt_in_child (const Attempt *attempt)
{
  if (!yc_sandbox_enter (attempt->files, NULL))
    _exit (255);
  _exit (attempt->attempt () < 0 ? errno : 0);
}

static void
test_attempt (gconstpointer data)
{
  const Attempt *attempt = data;
  GPid child = fork ();
  int status = 0;

  if (child == 0)
    attempt_in_child (attempt);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (attempt->signal != 0)
    {
      g_assert_true (WIFSIGNALED (status));
      g_assert_cmpint (WTERMSIG (status), ==, attempt->signal);
      return;
    }
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, attempt->code);
}

/* Outside all this can be done, or the table would say nothing. */
static void
test_outside (void)
{
  g_assert_cmpint (read_secret (), >=, 0);
  g_assert_cmpint (list_folder (), >=, 0);
  g_assert_cmpint (open_internet_socket (), >=, 0);
  g_assert_cmpint (write_file (), >=, 0);
  g_assert_cmpint (signal_parent (), ==, 0);
  g_assert_cmpint (make_executable_memory (), ==, 0);
}

static void
add_attempts (const Attempt *all, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/sandbox/", all[i].name, NULL);

      g_test_add_data_func (path, &all[i], test_attempt);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *there = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("yc-sandbox-XXXXXX", &error);
  g_assert_no_error (error);
  there = g_build_filename (folder, "there", NULL);
  g_assert_true (g_file_set_contents (there, "there", -1, NULL));
  here = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_test_add_func ("/sandbox/outside", test_outside);
  if (yc_sandbox_find_files () == YC_SANDBOX_FILES_SYSTEM)
    add_attempts (file_attempts, G_N_ELEMENTS (file_attempts));
  if (!IS_SANITIZED)
    add_attempts (attempts, G_N_ELEMENTS (attempts));
  result = g_test_run ();
  unlinkat (here, "written", 0);
  g_unlink (there);
  g_rmdir (folder);
  return result;
}
