/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells who keeps the knowledge base of a mistake or a gap, from where the clerk stands. */
#include "yc-report-sheet.h"

#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 460
#define MOST_CHARS 1000

/* A report being written; it lives as long as the sheet. */
typedef struct
{
  YcDesk        *desk;
  YcSheet       *sheet;
  YcInquiryKind  kind;
  char          *entry;
  char          *item;
  GtkWidget     *field;
  GtkWidget     *send;
  GtkLabel      *problem;
} Report;

static void
report_free (gpointer data)
{
  Report *self = data;

  g_object_unref (self->desk);
  g_free (self->entry);
  g_free (self->item);
  g_free (self);
}

static char *
dup_words (Report *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->field));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcSheet) sheet = user_data;
  Report *self = g_object_get_data (G_OBJECT (sheet), "report");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCommand) command =
      yc_desk_record_inquiry_finish (YC_DESK (source), result, &error);

  if (command == NULL)
    {
      gtk_label_set_text (self->problem, yc_error_words_title (error));
      gtk_widget_set_sensitive (self->send, TRUE);
      return;
    }
  yc_dialogs_toast (GTK_WIDGET (sheet),
                    _ ("Kept. It goes to who keeps the knowledge base; you hear of the answer."));
  yc_sheet_close (sheet);
}

static void
send_cb (Report *self)
{
  g_autofree char *words = dup_words (self);
  YcNewInquiry inquiry = { .kind = self->kind, .question = words, .entry = self->entry,
                           .item = self->item };

  if (*words == '\0')
    {
      gtk_widget_grab_focus (self->field);
      return;
    }
  gtk_widget_set_sensitive (self->send, FALSE);
  yc_desk_record_inquiry_async (self->desk, &inquiry, NULL, recorded_cb,
                                g_object_ref (self->sheet));
}

/* More than the service takes is not to be typed in vain. */
static void
changed_cb (Report *self)
{
  g_autofree char *words = dup_words (self);
  glong left = MOST_CHARS - g_utf8_strlen (words, -1);

  gtk_label_set_text (self->problem, left < 0 ? _ ("That is too long. Say the most important.") : "");
  gtk_widget_set_sensitive (self->send, left >= 0 && *words != '\0');
}

static gboolean
send_key_cb (GtkWidget *widget, GVariant *arguments, gpointer self)
{
  send_cb (self);

  return TRUE;
}

static void
add_key (Report *self, GtkWidget *box)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_callback_action_new (send_key_cb, self, NULL)));
  gtk_widget_add_controller (box, keys);
}

static GtkWidget *
create_field (Report *self, const char *words, const char *name)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  self->field = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->field), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->field), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->field)), words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), self->field);
  gtk_widget_set_size_request (frame, WIDTH, 110);
  gtk_widget_add_css_class (frame, "text-frame");
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->field)), "changed",
                            G_CALLBACK (changed_cb), self);

  return frame;
}

static GtkWidget *
create_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_content (Report *self, const char *about, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  const char *name = self->kind == YC_INQUIRY_MISTAKE ? _ ("What is wrong?")
                                                      : _ ("What was looked for and not found?");

  if (about != NULL)
    gtk_box_append (GTK_BOX (box), create_label (about, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (name, "field-label"));
  gtk_box_append (GTK_BOX (box), create_field (self, words, name));
  self->problem = GTK_LABEL (create_label ("", "error"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  self->send = gtk_button_new_with_mnemonic (_ ("_Report (Ctrl+Enter)"));
  gtk_widget_set_halign (self->send, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->send, "suggested-action");
  g_signal_connect_swapped (self->send, "clicked", G_CALLBACK (send_cb), self);
  gtk_box_append (GTK_BOX (box), self->send);
  add_key (self, box);
  changed_cb (self);

  return box;
}

/* What the report is about, in words. */
static const char *
get_about (YcDesk *desk, const char *entry, const char *item)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);
  YcKnowledgeEntry *known = entry != NULL ? yc_catalog_get_entry (catalog, entry) : NULL;
  YcItem *of = item != NULL ? yc_catalog_get_item (catalog, item) : NULL;

  if (known != NULL)
    return yc_knowledge_entry_get_question (known);

  return of != NULL ? yc_item_get_title (of) : NULL;
}

/**
 * yc_report_sheet_present:
 * @over: a widget in the window
 * @desk: the desk
 * @kind: %YC_INQUIRY_MISTAKE or %YC_INQUIRY_GAP
 * @entry: (nullable): the entry that it is about
 * @item: (nullable): the code of the item that it is about
 * @words: (nullable): what is known already, such as the words that found nothing
 *
 * Asks what is wrong or missing and keeps the report in the outbox, so that it also works while the
 * line is down.
 */
void
yc_report_sheet_present (GtkWidget *over, YcDesk *desk, YcInquiryKind kind, const char *entry,
                         const char *item, const char *words)
{
  Report *self;
  GtkWidget *content;

  g_return_if_fail (YC_IS_DESK (desk));
  g_return_if_fail (kind == YC_INQUIRY_MISTAKE || kind == YC_INQUIRY_GAP);

  self = g_new0 (Report, 1);
  self->desk = g_object_ref (desk);
  self->kind = kind;
  self->entry = g_strdup (entry);
  self->item = g_strdup (item);
  content = create_content (self, get_about (desk, entry, item), words != NULL ? words : "");
  self->sheet = yc_sheet_new (kind == YC_INQUIRY_MISTAKE ? _ ("Report a mistake")
                                                         : _ ("Report a gap"), content);
  g_object_set_data_full (G_OBJECT (self->sheet), "report", self, report_free);
  yc_sheet_present (self->sheet, over);
  gtk_widget_grab_focus (self->field);
}
