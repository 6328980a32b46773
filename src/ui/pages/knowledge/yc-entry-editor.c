/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes and publishes a new version of a knowledge entry, with a preview beside it. A supervisor
 * writes for the own place, an administrator for everywhere. */
#include "yc-entry-editor.h"

#include "yc-ask-sheet.h"
#include "yc-day.h"
#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-markdown-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PREVIEW_WIDTH 340
#define PREVIEW_HEIGHT 420

/* What is being written; it lives as long as the sheet. */
typedef struct
{
  YcDesk     *desk;
  char       *id;
  gint64      base;
  char       *place;
  YcInquiry  *inquiry;
} Edition;

/* An entry that is loaded before its sheet opens. */
typedef struct
{
  GtkWidget *over;
  Edition   *edition;
} Opening;

static void
edition_free (Edition *self)
{
  g_object_unref (self->desk);
  g_free (self->id);
  g_free (self->place);
  g_clear_object (&self->inquiry);
  g_free (self);
}

static void
edition_closure_free (gpointer data, GClosure *closure)
{
  edition_free (data);
}

static GtkWidget *
create_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
show_preview (YcAskSheet *sheet)
{
  g_autofree char *question = yc_ask_sheet_dup_text (sheet, "question");
  g_autofree char *answer = yc_ask_sheet_dup_text (sheet, "answer");
  g_autofree char *body = yc_ask_sheet_dup_text (sheet, "body");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), create_label (_ ("Preview"), "section-title"));
  gtk_box_append (GTK_BOX (box), create_label (question, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (answer, "answer"));
  gtk_box_append (GTK_BOX (box), yc_markdown_view_new (body));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, PREVIEW_WIDTH, PREVIEW_HEIGHT);
  yc_ask_sheet_set_side (sheet, scroller);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcAskSheet) sheet = user_data;
  g_autofree char *problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  if (yc_desk_publish_entry_finish (YC_DESK (source), result, &problems, &error))
    {
      yc_dialogs_toast (GTK_WIDGET (sheet), _ ("Published. Every desk has it in a moment."));
      yc_ask_sheet_close (sheet);
      return;
    }
  line = yc_error_words_line (error);
  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT))
    yc_ask_sheet_fail (sheet, _ ("Somebody has published another version meanwhile. Copy what you "
                                 "wrote, close this and look at theirs first."));
  else
    yc_ask_sheet_fail (sheet, problems != NULL ? problems : line);
}

static JsonArray *
split (const char *text)
{
  g_auto (GStrv) words = g_regex_split_simple ("[;；，,、]", text, 0, 0);
  JsonArray *array = json_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      json_array_add_string_element (array, words[i]);

  return array;
}

/* What belongs to a new entry as a whole. */
static JsonObject *
write_entry (YcAskSheet *sheet, Edition *self)
{
  g_autofree char *tags = yc_ask_sheet_dup_text (sheet, "tags");
  g_autofree char *owner = yc_ask_sheet_dup_text (sheet, "owner");
  JsonObject *entry = json_object_new ();
  JsonArray *items = json_array_new ();

  if (self->inquiry != NULL && *yc_inquiry_get_item (self->inquiry) != '\0')
    json_array_add_string_element (items, yc_inquiry_get_item (self->inquiry));
  json_object_set_array_member (entry, "tags", split (tags));
  json_object_set_array_member (entry, "items", items);
  json_object_set_array_member (entry, "lists", json_array_new ());
  json_object_set_string_member (entry, "owner", owner);

  return entry;
}

static JsonObject *
write_version (YcAskSheet *sheet, Edition *self)
{
  static const char *const names[] = { "question", "answer", "body", "source", "from", "note" };
  JsonObject *version = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = yc_ask_sheet_dup_text (sheet, names[i]);

      if (*text != '\0')
        json_object_set_string_member (version, names[i], text);
    }
  if (self->place != NULL)
    json_object_set_string_member (version, "place", self->place);

  return version;
}

static void
send_cb (YcAskSheet *sheet, Edition *self)
{
  g_autoptr (JsonObject) body = json_object_new ();
  JsonArray *inquiries = json_array_new ();

  json_object_set_object_member (body, "version", write_version (sheet, self));
  if (self->base == 0)
    json_object_set_object_member (body, "entry", write_entry (sheet, self));
  if (self->inquiry != NULL)
    json_array_add_string_element (inquiries, yc_inquiry_get_id (self->inquiry));
  json_object_set_array_member (body, "inquiries", inquiries);
  yc_ask_sheet_set_busy (sheet);
  yc_desk_publish_entry_async (self->desk, self->id, self->base, body, NULL, published_cb,
                               g_object_ref (sheet));
}

static char *
describe_place (Edition *self)
{
  if (self->place == NULL)
    return g_strdup (_ ("For all places"));

  /* Translators: the place that a version of an answer is written for. */
  return g_strdup_printf (_ ("For %s and the places below it"),
                          yc_catalog_get_place_name (yc_desk_get_catalog (self->desk),
                                                     self->place));
}

/* @version is what the new one begins with. */
static void
present (GtkWidget *over, Edition *self, YcKnowledgeVersion *version)
{
  g_autofree char *today = yc_day_dup_today ();
  g_autofree char *place = describe_place (self);
  const YcAskField fields[] = {
    { .name = "question", .title = _ ("Question"), .needed = TRUE,
      .value = version != NULL           ? yc_knowledge_version_get_question (version)
               : self->inquiry != NULL ? yc_inquiry_get_question (self->inquiry)
                                         : NULL },
    { .name = "answer", .title = _ ("Agreed answer, to be said aloud"), .height = 54, .needed = TRUE,
      .value = version != NULL ? yc_knowledge_version_get_answer (version) : NULL },
    { .name = "body", .title = _ ("Details, in Markdown"), .height = 120, .needed = TRUE,
      .value = version != NULL ? yc_knowledge_version_get_body (version) : NULL },
    { .name = "source", .title = _ ("What it rests on"), .needed = TRUE,
      .value = version != NULL ? yc_knowledge_version_get_source (version) : NULL },
    { .name = "from", .title = _ ("In force from"), .needed = TRUE, .value = today },
    { .name = "note", .title = _ ("What is new") },
    { .name = "tags", .title = _ ("Words it is found by, with commas between"), .needed = TRUE },
    { .name = "owner", .title = _ ("Who answers for it"), .needed = TRUE },
  };
  YcAskSheet *sheet =
      yc_ask_sheet_present (over, self->base > 0 ? _ ("New version") : _ ("New entry"), place,
                            fields, G_N_ELEMENTS (fields) - (self->base > 0 ? 2 : 0),
                            _ ("Publish (Ctrl+Enter)"));

  g_signal_connect (sheet, "changed", G_CALLBACK (show_preview), NULL);
  g_signal_connect_data (sheet, "send", G_CALLBACK (send_cb), self, edition_closure_free, 0);
  show_preview (sheet);
}

/* What holds in the place that is written for, else the newest. */
static YcKnowledgeVersion *
choose_version (Edition *self, YcKnowledgeEntry *entry)
{
  g_autofree char *path = yc_catalog_dup_place_path (yc_desk_get_catalog (self->desk));
  g_autofree char *today = yc_day_dup_today ();
  YcKnowledgeVersion *version =
      yc_knowledge_entry_find_version (entry, self->place != NULL ? path : NULL, today);
  g_autoptr (YcKnowledgeVersion) newest =
      g_list_model_get_item (yc_knowledge_entry_get_versions (entry), 0);

  return version != NULL ? version : newest;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr (GtkWidget) over = opening->over;
  Edition *self = opening->edition;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = yc_desk_load_entry_finish (YC_DESK (source), result, &error);
  g_autoptr (YcKnowledgeEntry) entry = NULL;

  if (object != NULL)
    entry = yc_knowledge_entry_new_from_json (json_object_get_object_member (object, "entry"),
                                              &error);
  if (entry == NULL || gtk_widget_get_root (over) == NULL)
    {
      if (error != NULL && gtk_widget_get_root (over) != NULL)
        yc_dialogs_toast (over, yc_error_words_title (error));
      edition_free (self);
      return;
    }
  self->base = json_object_get_int_member_with_default (object, "version", 0);
  present (over, self, choose_version (self, entry));
}

static char *
make_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strdup_printf ("entry-%.8s", uuid);
}

/**
 * yc_entry_editor_present:
 * @over: a widget in the window
 * @desk: the desk of a supervisor or an administrator
 * @entry: (nullable): the id of the entry that gets a version, %NULL or "" for a new entry
 * @inquiry: (nullable): what it answers
 *
 * Opens the editor, with what the service has at this moment.
 */
void
yc_entry_editor_present (GtkWidget *over, YcDesk *desk, const char *entry, YcInquiry *inquiry)
{
  YcSession *session;
  Edition *self;
  Opening *opening;

  g_return_if_fail (YC_IS_DESK (desk));

  session = yc_desk_get_session (desk);
  self = g_new0 (Edition, 1);
  self->desk = g_object_ref (desk);
  if (yc_session_get_role (session) != YC_ROLE_ADMINISTRATOR)
    self->place = g_strdup (yc_session_get_place (session));
  self->inquiry = inquiry != NULL ? g_object_ref (inquiry) : NULL;
  if (entry == NULL || *entry == '\0')
    {
      self->id = make_id ();
      present (over, self, NULL);
      return;
    }
  self->id = g_strdup (entry);
  opening = g_new0 (Opening, 1);
  opening->over = g_object_ref (over);
  opening->edition = self;
  yc_desk_load_entry_async (desk, entry, NULL, loaded_cb, opening);
}
