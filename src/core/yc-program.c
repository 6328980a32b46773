/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each of our programs does first, wherever it was installed. An installation may be moved
 * as a whole: what belongs to a program is looked for beside it before the configured prefix. */
#include "yc-program.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* The prefix that this program lies in: none where it runs from a build folder. */
static char *
find_own_prefix (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  if (folder == NULL || !g_str_has_suffix (folder, G_DIR_SEPARATOR_S YC_BINDIR))
    return NULL;

  /* With the separator: the prefix may be the root. */
  return g_strndup (folder, strlen (folder) - strlen (YC_BINDIR));
}

/**
 * yc_program_find_folder:
 * @folder: a folder of an installation, relative to its prefix, such as "share/icons"
 *
 * Returns: (transfer full): the path of @folder in the installation that this program belongs to,
 *   or in the configured prefix where it belongs to none; it need not exist
 */
char *
yc_program_find_folder (const char *folder)
{
  g_autofree char *prefix = find_own_prefix ();

  g_return_val_if_fail (folder != NULL, NULL);

  if (g_path_is_absolute (folder))
    return g_strdup (folder);

  return g_build_filename (prefix != NULL ? prefix : YC_PREFIX, folder, NULL);
}

static char *
find_in (const char *folder, const char *subfolder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, subfolder, name, NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) || g_file_test (path, G_FILE_TEST_IS_DIR))
    return NULL;

  return g_steal_pointer (&path);
}

/* In a build tree programs lie in the neighbouring rooms, tests two folders below its top. */
static char *
find_in_build (const char *here, const char *name, const char *room)
{
  g_autofree char *neighbour = g_build_filename ("..", room, NULL);
  g_autofree char *from_tests = g_build_filename ("..", "..", "src", room, NULL);
  char *found = find_in (here, neighbour, name);

  return found != NULL ? found : find_in (here, from_tests, name);
}

/**
 * yc_program_find:
 * @name: a program of ours
 * @room: the room under src/ that it is built in
 *
 * Looks for another of our programs: beside this one or among the installation's helpers when this
 * one is installed, in its room in a build tree, and on $PATH at last.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
yc_program_find (const char *name, const char *room)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *here = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  g_autofree char *helpers = yc_program_find_folder (YC_LIBEXECDIR);
  char *found;

  g_return_val_if_fail (name != NULL && room != NULL, NULL);

  found = find_in (here, ".", name);
  if (found == NULL)
    found = find_in_build (here, name, room);
  if (found == NULL)
    found = find_in (helpers, ".", name);

  return found != NULL ? found : g_find_program_in_path (name);
}

/**
 * yc_program_set_locale:
 *
 * Sets the locale and the message catalogue: the installed one, or that of $YICHUANG_LOCALEDIR.
 * Where no language was chosen (the locale C) words are English, and still printed as UTF-8.
 * Call once, before threads.
 */
void
yc_program_set_locale (void)
{
  g_autofree char *installed = yc_program_find_folder (YC_LOCALEDIR);
  const char *chosen = g_getenv ("YICHUANG_LOCALEDIR");

  setlocale (LC_ALL, "");
  if (g_str_equal (setlocale (LC_CTYPE, NULL), "C"))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, chosen != NULL ? chosen : installed);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
