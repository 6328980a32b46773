/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-long-form FIELDS FOLDER: writes schema.json and layout.json of a long form, for peers. */
#include <stdlib.h>

#include "yc-long-form.h"

static void
save (const char *folder,
      const char *name,
      const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *schema = NULL;
  g_autofree char *layout = NULL;
  guint n_fields;

  if (argc != 3)
    {
      g_printerr ("usage: make-long-form FIELDS FOLDER\n");
      return 2;
    }
  n_fields = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  schema = yc_long_form_create_schema (n_fields);
  layout = yc_long_form_create_layout (n_fields);
  save (argv[2], "schema.json", schema);
  save (argv[2], "layout.json", layout);
  return EXIT_SUCCESS;
}
