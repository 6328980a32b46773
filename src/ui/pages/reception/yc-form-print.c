/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filled form as an A4 sheet: looked at, then printed for the citizen to sign. It is the citizen's
 * own sheet and shows everything in full. Set by a process of its own: text must not be drawn beside
 * the window's. */
#include "yc-form-print.h"

#include "yc-form-places.h"
#include "yc-json.h"
#include "yc-preview-view.h"
#include "yc-print-panel.h"
#include "yc-program.h"
#include "yc-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#define PROGRAM "yichuangctl"
#define PREVIEW_WIDTH 560
#define PREVIEW_HEIGHT 500
#define PANEL_WIDTH 280

typedef struct
{
  YcPreviewView *preview;
  YcPrintPanel  *panel;
  GCancellable  *cancellable;
} FormPrint;

static void
form_print_free (gpointer data)
{
  FormPrint *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self);
}

/* Adds the names of every place whose code stands in @node: the program has no catalog. */
static void
name_places (JsonNode *node, YcFormPlaces *places, JsonObject *names)
{
  const char *code = yc_json_node_get_string (node);
  int place = code != NULL ? yc_form_places_find (places, code) : -1;
  g_autoptr (GList) nodes = NULL;

  if (place >= 0)
    {
      g_autofree char *path = yc_form_places_dup_path (places, place);

      json_object_set_string_member (names, code, path);
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    nodes = json_object_get_values (json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    nodes = json_array_get_elements (json_node_get_array (node));
  for (GList *l = nodes; l != NULL; l = l->next)
    name_places (l->data, places, names);
}

/* What the program reads; see `yichuangctl form print`. */
static GBytes *
write_request (YcDesk *desk, YcCaseDraft *draft, YcCitizen *agent, YcFormPlaces *places)
{
  YcItem *item = yc_case_draft_get_item (draft);
  JsonObject *form = yc_catalog_get_form (yc_desk_get_catalog (desk), yc_item_get_form_id (item));
  g_autoptr (JsonNode) request = yc_json_object_node (json_object_new ());
  JsonObject *object = json_node_get_object (request);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format_iso8601 (now);
  static const char *const parts[] = { "schema", "layout", "words" };
  JsonNode *data = yc_form_get_data (yc_case_draft_get_form (draft));
  JsonObject *names = json_object_new ();
  char *text;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (yc_json_get_member (form, parts[i]) != NULL)
      json_object_set_member (object, parts[i],
                              json_node_ref (yc_json_get_member (form, parts[i])));
  if (places != NULL)
    name_places (data, places, names);
  json_object_set_member (object, "data", data);
  json_object_set_object_member (object, "places", names);
  json_object_set_string_member (object, "item", yc_case_draft_get_item_title (draft));
  json_object_set_object_member (object, "applicant",
                                 yc_citizen_to_json (yc_case_draft_get_citizen (draft)));
  if (!yc_citizen_get_empty (agent))
    json_object_set_object_member (object, "agent", yc_citizen_to_json (agent));
  json_object_set_boolean_member (object, "sample", yc_desk_get_demo (desk));
  json_object_set_string_member (object, "printed_at", time);
  text = yc_json_write (request);

  return g_bytes_new_take (text, strlen (text));
}

static void
show_trouble (FormPrint *self)
{
  yc_preview_view_set_error (self->preview, _ ("The form could not be set on paper"),
                             _ ("Try again. If it stays so, call the administrator; the form itself "
                                "can be submitted."));
}

static void
composed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FormPrint *self = user_data;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = g_subprocess_communicate_finish (G_SUBPROCESS (object), result, &pdf, NULL, &error);

  /* The sheet is gone, and @self with it. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!done || !g_subprocess_get_successful (G_SUBPROCESS (object)) || g_bytes_get_size (pdf) == 0)
    {
      show_trouble (self);
      return;
    }
  yc_preview_view_set_pdf (self->preview, pdf);
  yc_print_panel_set_document (self->panel, pdf);
  gtk_widget_grab_focus (GTK_WIDGET (self->panel));
}

static void
compose (FormPrint *self, YcDesk *desk, YcCaseDraft *draft, YcCitizen *agent, YcFormPlaces *places)
{
  g_autofree char *program = yc_program_find (PROGRAM, "ctl");
  g_autoptr (GBytes) request = write_request (desk, draft, agent, places);
  g_autoptr (GSubprocess) process = NULL;

  yc_preview_view_set_loading (self->preview);
  if (program != NULL)
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                    G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                NULL, program, "form", "print", "-", NULL);
  if (process == NULL)
    show_trouble (self);
  else
    g_subprocess_communicate_async (process, request, self->cancellable, composed_cb, self);
}

static gboolean
print_cb (GtkWidget *content, GVariant *args, gpointer user_data)
{
  FormPrint *self = user_data;

  yc_print_panel_print (self->panel);

  return TRUE;
}

static GtkWidget *
create_content (FormPrint *self, YcDesk *desk)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->preview = YC_PREVIEW_VIEW (yc_preview_view_new ());
  self->panel = YC_PRINT_PANEL (yc_print_panel_new ());
  yc_print_panel_set_desk (self->panel, desk);
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), PREVIEW_WIDTH, PREVIEW_HEIGHT);
  gtk_widget_set_hexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->panel), PANEL_WIDTH, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->panel), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->panel));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK),
                        gtk_callback_action_new (print_cb, self, NULL)));
  gtk_widget_add_controller (content, keys);

  return content;
}

/**
 * yc_form_print_present:
 * @over: a widget in the window
 * @desk: the desk
 * @draft: a draft
 * @agent: who acts for the citizen, empty when nobody does
 *
 * Shows the draft's form as a sheet of paper, with what prints it beside.
 *
 * Returns: %FALSE when there is no form
 */
gboolean
yc_form_print_present (GtkWidget   *over,
                       YcDesk      *desk,
                       YcCaseDraft *draft,
                       YcCitizen   *agent)
{
  FormPrint *self;
  YcSheet *sheet;

  g_return_val_if_fail (YC_IS_DESK (desk), FALSE);

  if (draft == NULL || yc_case_draft_get_form (draft) == NULL)
    return FALSE;
  self = g_new0 (FormPrint, 1);
  self->cancellable = g_cancellable_new ();
  sheet = yc_sheet_new (_ ("The form on paper"), create_content (self, desk));
  g_object_set_data_full (G_OBJECT (sheet), "form-print", self, form_print_free);
  yc_sheet_present (sheet, over);
  compose (self, desk, draft, agent, yc_form_places_find_above (over));

  return TRUE;
}
