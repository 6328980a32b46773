/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes and publishes a new version of a knowledge entry, with a preview beside it. */
#include "yc-entry-editor.h"

#include "yc-ask-draft.h"
#include "yc-dialogs.h"
#include "yc-entry-form.h"
#include "yc-error-words.h"
#include "yc-markdown-view.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_WIDTH 340
#define PREVIEW_HEIGHT 420

/* What is being written; it lives as long as the sheet. */
typedef struct
{
  YcDesk      *desk;
  char        *id;
  gint64       base;
  YcInquiry   *inquiry;
  YcEntryForm *form;
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
  g_clear_object (&self->inquiry);
  g_clear_pointer (&self->form, yc_entry_form_free);
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
    yc_ask_sheet_fail (sheet, _ ("Somebody has published another version meanwhile. What you wrote "
                                 "is kept: close this, look at theirs, then open it again."));
  else
    yc_ask_sheet_fail (sheet, problems != NULL ? problems : line);
}

static void
send_cb (YcAskSheet *sheet, Edition *self)
{
  g_autofree char *problem = NULL;
  g_autoptr (JsonObject) body = yc_entry_form_write (self->form, &problem);

  if (body == NULL)
    {
      yc_ask_sheet_fail (sheet, problem);
      return;
    }
  yc_ask_sheet_set_busy (sheet);
  yc_desk_publish_entry_async (self->desk, self->id, self->base, body, NULL, published_cb,
                               g_object_ref (sheet));
}

/* @entry: (nullable): the one that gets a version */
static void
present (GtkWidget *over, Edition *self, YcKnowledgeEntry *entry)
{
  g_autofree char *key = g_strdup_printf (
      "entry/%s/%s", entry != NULL ? self->id : "",
      self->inquiry != NULL ? yc_inquiry_get_id (self->inquiry) : "");
  YcAskSheet *sheet;

  self->form = yc_entry_form_new (self->desk, entry, self->inquiry);
  sheet = yc_entry_form_present (self->form, over);
  g_signal_connect (sheet, "changed", G_CALLBACK (show_preview), NULL);
  g_signal_connect_data (sheet, "send", G_CALLBACK (send_cb), self, edition_closure_free, 0);
  yc_ask_draft_attach (sheet, self->desk, key, self->base);
  show_preview (sheet);
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
  present (over, self, entry);
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
  Edition *self;
  Opening *opening;

  g_return_if_fail (YC_IS_DESK (desk));

  self = g_new0 (Edition, 1);
  self->desk = g_object_ref (desk);
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
