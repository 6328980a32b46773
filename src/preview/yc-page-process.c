/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the process that draws, behind a fence or without. */
#include "yc-page-process.h"

#include <sys/socket.h>
#include <unistd.h>

#include "yc-page-protocol.h"
#include "yc-program.h"

#define FENCE "bwrap"

/* What the process may see of the file system, as far as it is there: programs' own parts, nothing
 * that anybody wrote. */
static const char *const shown[] = { "/usr", "/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache",
                                     "/var/cache/fontconfig" };
static const char *const links[] = { "bin", "lib", "lib32", "lib64", "sbin" };

/* What it may know of the surroundings: in which language to say what is wrong. */
static const char *const told[] = { "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES",
                                    "LOCPATH", "YICHUANG_LOCALEDIR", "ASAN_OPTIONS",
                                    "UBSAN_OPTIONS" };

gboolean
yc_page_process_can_be_fenced (void)
{
  g_autofree char *fence = g_find_program_in_path (FENCE);

  return fence != NULL;
}

static void
add (GStrvBuilder *arguments, const char *option, const char *first, const char *second)
{
  g_strv_builder_add_many (arguments, option, first, second, NULL);
}

static void
show (GStrvBuilder *arguments, const char *path)
{
  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    add (arguments, "--ro-bind", path, path);
}

/* On most systems these are links into /usr, on some they are folders. */
static void
show_libraries (GStrvBuilder *arguments)
{
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *path = g_build_filename ("/", links[i], NULL);
      g_autofree char *target = g_file_read_link (path, NULL);

      if (target != NULL)
        add (arguments, "--symlink", target, path);
      else
        show (arguments, path);
    }
}

static void
show_files (GStrvBuilder *arguments, const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *words = g_build_filename (folder, "..", "share", "locale", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    show (arguments, shown[i]);
  show_libraries (arguments);
  g_strv_builder_add_many (arguments, "--dev", "/dev", NULL);
  show (arguments, folder);
  show (arguments, words);
  show (arguments, g_getenv ("LOCPATH"));
  show (arguments, g_getenv ("YICHUANG_LOCALEDIR"));
}

static void
tell_surroundings (GStrvBuilder *arguments)
{
  g_strv_builder_add (arguments, "--clearenv");
  /* There is nobody's home. */
  add (arguments, "--setenv", "HOME", "/");
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    if (g_getenv (told[i]) != NULL)
      add (arguments, "--setenv", told[i], g_getenv (told[i]));
}

/* bubblewrap(1) does as it is told in this order. Processes keep their common numbers, or the two
 * ends could not tell each other who they are; without /proc none but its own can be seen. */
static GStrv
list_arguments (const char *program, gboolean fenced)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();

  if (fenced)
    {
      g_strv_builder_add_many (arguments, FENCE, "--unshare-user-try", "--unshare-ipc",
                               "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
                               "--die-with-parent", "--new-session", "--cap-drop", "ALL", NULL);
      show_files (arguments, program);
      tell_surroundings (arguments);
    }
  g_strv_builder_add (arguments, program);
  if (fenced)
    g_strv_builder_add (arguments, YC_PAGES_FENCED);
  return g_strv_builder_end (arguments);
}

/* Returns our end, %NULL with G_IO_ERROR; the other end is in @launcher. */
static GIOStream *
join (GSubprocessLauncher *launcher, GError **error)
{
  g_autoptr (GSocket) socket = NULL;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No sockets");
      return NULL;
    }
  g_subprocess_launcher_take_fd (launcher, ends[1], YC_PAGES_FD);
  socket = g_socket_new_from_fd (ends[0], error);
  if (socket != NULL)
    return G_IO_STREAM (g_socket_connection_factory_create_connection (socket));
  close (ends[0]);
  return NULL;
}

GSubprocess *
yc_page_process_start (gboolean fenced, GIOStream **stream, GError **error)
{
  g_autofree char *program = yc_program_find (YC_PAGES_PROGRAM, "preview");
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GIOStream) ours = NULL;
  g_auto (GStrv) arguments = NULL;
  GSubprocess *process;

  if (program == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, YC_PAGES_PROGRAM " is missing");
      return NULL;
    }
  ours = join (launcher, error);
  if (ours == NULL)
    return NULL;
  arguments = list_arguments (program, fenced);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, error);
  if (process != NULL)
    *stream = g_steal_pointer (&ours);
  return process;
}
