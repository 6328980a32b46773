/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl form state: what each element of a form shows, and why. */
#include "yc-ctl-form-private.h"

#include <glib/gi18n.h>

#include "yc-form-inspection.h"
#include "yc-form-words.h"
#include "yc-json.h"

/* Data that are no object fill no field, but the schema has something to say of them. */
static YcForm *
open_form (JsonNode  *schema,
           JsonNode  *layout,
           JsonNode  *data,
           JsonNode  *words,
           GError   **error)
{
  g_autoptr (JsonNode) nothing = yc_json_object_node (json_object_new ());
  g_autoptr (YcForm) form = yc_form_new (schema, layout, error);

  if (form == NULL)
    return NULL;
  if (words != NULL)
    yc_form_set_words (form, yc_json_node_get_object (words));
  if (!yc_form_set_data (form, JSON_NODE_HOLDS_OBJECT (data) ? data : nothing, error))
    return NULL;
  return g_steal_pointer (&form);
}

static YcCtlStatus
print_state (const YcCtlFormFile *schema,
             const YcCtlFormFile *layout,
             const YcCtlFormFile *data,
             const YcCtlFormFile *words,
             YcFormInspectFlags   flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = open_form (schema->root, layout == NULL ? NULL : layout->root,
                                       data->root, words == NULL ? NULL : words->root, &error);
  g_autoptr (GPtrArray) lines = NULL;

  if (form == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  lines = yc_form_inspect (form, schema->root, data->root, flags);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *text = yc_json_write (g_ptr_array_index (lines, i));
      g_print ("%s\n", text);
    }
  return YC_CTL_GOOD;
}

/* Whoever leaves the data out does not mean the layout by them. */
static gboolean
is_layout (JsonNode *node)
{
  JsonObject *object = yc_json_node_get_object (node);

  return yc_json_get_string (object, "type", NULL) != NULL &&
         (yc_json_get_array (object, "elements") != NULL ||
          yc_json_get_string (object, "scope", NULL) != NULL);
}

static YcCtlStatus
complain_of_use (void)
{
  g_printerr ("%s: %s\n", g_get_prgname (), _("needs a schema, perhaps a layout, and data"));
  return YC_CTL_TROUBLE;
}

/* @layout_path: (nullable): one is made up */
static YcCtlStatus
run (const char         *schema_path,
     const char         *layout_path,
     const char         *data_path,
     const char         *translations,
     YcFormInspectFlags  flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCtlFormFile) schema = yc_ctl_form_file_read (schema_path, &error);
  g_autoptr (YcCtlFormFile) layout = NULL;
  g_autoptr (YcCtlFormFile) data = NULL;
  g_autoptr (YcCtlFormFile) words = NULL;

  if (error == NULL && layout_path != NULL)
    layout = yc_ctl_form_file_read (layout_path, &error);
  if (error == NULL)
    data = yc_ctl_form_file_read (data_path, &error);
  if (error == NULL && translations != NULL)
    words = yc_ctl_form_file_read (translations, &error);
  if (error != NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  if (layout == NULL && is_layout (data->root))
    return complain_of_use ();
  return print_state (schema, layout, data, words, flags);
}

/* words.LANGUAGE.json beside the schema */
static char *
find_words (const char *schema,
            const char *language)
{
  g_autofree char *folder = g_path_get_dirname (schema);
  g_autofree char *name = g_strdup_printf ("words.%s.json", language);

  return g_build_filename (folder, name, NULL);
}

YcCtlStatus
yc_ctl_form_state (int    argc,
                   char **argv)
{
  g_autofree char *translations = NULL;
  g_autofree char *language = NULL;
  gboolean details = FALSE;
  const GOptionEntry entries[] = {
    { "details", 'd', 0, G_OPTION_ARG_NONE, &details,
      N_("Tell the elements inside of each row as well"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
      N_("The language to speak, with the words of words.LANGUAGE.json beside the schema"),
      N_("LANGUAGE") },
    { "translations", 't', 0, G_OPTION_ARG_FILENAME, &translations,
      N_("A JSON object with the form’s words by their i18n keys"), N_("FILE") },
    { NULL },
  };

  if (!yc_ctl_form_parse ("state", entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 3 && argc != 4)
    return complain_of_use ();
  if (language != NULL && translations == NULL)
    translations = find_words (argv[1], language);
  return run (argv[1], argc == 4 ? argv[2] : NULL, argv[argc - 1], translations,
              details ? YC_FORM_INSPECT_DETAILS : YC_FORM_INSPECT_PLAIN);
}
