/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl form: for those who write forms. */
#include "yc-ctl-form-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "yc-file-read.h"
#include "yc-json.h"

/* In the order of the help. */
static const YcCtlCommand commands[] = {
  { "check", N_("SCHEMA [LAYOUT]"), N_("find an author’s mistakes in a form, with file and line"),
    yc_ctl_form_check },
  { "state", N_("SCHEMA [LAYOUT] DATA [--details] [--translations FILE]"),
    N_("say of each element of a layout what it shows and why, a line of JSON each"),
    yc_ctl_form_state },
  { "validate", N_("SCHEMA FILE… | --suite FOLDER"),
    N_("hold files against a JSON Schema, or run a folder of the official suite's kind"),
    yc_ctl_form_validate },
  { "print", N_("SCHEMA [LAYOUT [DATA]] | -"),
    N_("write a filled form as a PDF, from files or as one object from the standard input"),
    yc_ctl_form_print },
  { NULL },
};

const YcCtlGroup yc_ctl_form_group = {
  .name = "form",
  .summary = N_("look at forms: schemas, layouts, data"),
  .commands = commands,
};

/* yc_ctl_parse() for the command of that name. */
gboolean
yc_ctl_form_parse (const char          *command,
                   const GOptionEntry  *entries,
                   int                 *argc,
                   char              ***argv)
{
  const YcCtlCommand *found = commands;

  while (!g_str_equal (found->name, command))
    found++;
  return yc_ctl_parse ("form", found, entries, argc, argv);
}

/* Errors name the file, and for what is no JSON, line and column. */
YcCtlFormFile *
yc_ctl_form_file_read (const char  *path,
                       GError     **error)
{
  const YcJsonLimits limits = { .big_integers = TRUE };
  g_autoptr (YcCtlFormFile) self = g_new0 (YcCtlFormFile, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize length;

  self->path = g_strdup (path);
  self->text = yc_file_read (file, YC_JSON_DEFAULT_BYTES, &length, error);
  if (self->text == NULL)
    return NULL;
  self->root = yc_json_parse (self->text, (gssize) length, &limits, error);
  if (self->root == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
yc_ctl_form_file_free (YcCtlFormFile *self)
{
  g_free (self->path);
  g_free (self->text);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

/* "FILE:LINE:COLUMN" of what @pointer points to, or of the nearest place around it. */
char *
yc_ctl_form_file_place (const YcCtlFormFile *self,
                        const char          *pointer)
{
  g_autofree char *at = g_strdup (pointer);
  guint line = 1, column = 1;

  while (!yc_json_locate (self->text, at, &line, &column) && *at != '\0')
    *strrchr (at, '/') = '\0';
  return g_strdup_printf ("%s:%u:%u", self->path, line, column);
}
