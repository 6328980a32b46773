/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl form state: what each element of a form shows, and why. */
#include "yc-ctl-form-private.h"

#include <glib/gi18n.h>

#include "yc-form-inspection.h"
#include "yc-json.h"

static const char *
translate_cb (const char *key,
              const char *fallback,
              gpointer    user_data)
{
  return yc_json_get_string (yc_json_node_get_object (user_data), key, fallback);
}

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
    yc_form_set_translator (form, translate_cb, json_node_ref (words),
                            (GDestroyNotify) json_node_unref);
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
  g_autoptr (YcForm) form = open_form (schema->root, layout->root, data->root,
                                       words == NULL ? NULL : words->root, &error);
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

static YcCtlStatus
run (char              **argv,
     const char         *translations,
     YcFormInspectFlags  flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCtlFormFile) schema = yc_ctl_form_file_read (argv[1], &error);
  g_autoptr (YcCtlFormFile) layout =
      schema == NULL ? NULL : yc_ctl_form_file_read (argv[2], &error);
  g_autoptr (YcCtlFormFile) data = layout == NULL ? NULL : yc_ctl_form_file_read (argv[3], &error);
  g_autoptr (YcCtlFormFile) words = NULL;

  if (data != NULL && translations != NULL)
    words = yc_ctl_form_file_read (translations, &error);
  if (error != NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  return print_state (schema, layout, data, words, flags);
}

YcCtlStatus
yc_ctl_form_state (int    argc,
                   char **argv)
{
  g_autofree char *translations = NULL;
  gboolean details = FALSE;
  const GOptionEntry entries[] = {
    { "details", 'd', 0, G_OPTION_ARG_NONE, &details,
      N_("Tell the elements inside of each row as well"), NULL },
    { "translations", 't', 0, G_OPTION_ARG_FILENAME, &translations,
      N_("A JSON object with the form’s words by their i18n keys"), N_("FILE") },
    { NULL },
  };

  if (!yc_ctl_form_parse ("state", entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 4)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("needs a schema, a layout and data"));
      return YC_CTL_TROUBLE;
    }
  return run (argv, translations, details ? YC_FORM_INSPECT_DETAILS : YC_FORM_INSPECT_PLAIN);
}
