/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a sheet and not sent stays at the desk until the same sheet is opened again.
 * Only the fields that were changed are kept: what they leave alone is as new as it can be. */
#include "yc-ask-draft.h"

#include "yc-dialogs.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>

/* A crash costs what was typed within this time. */
#define SAVE_MS 500

typedef struct
{
  YcAskSheet  *sheet;
  YcDesk      *desk;
  YcDeskTyped *typed;
  char        *key;
  gint64       base;
  /* What stood in the fields before anything was typed. */
  JsonObject  *before;
  guint        timeout;
  gboolean     changed;
  gboolean     done;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->typed);
  g_clear_object (&self->desk);
  g_free (self->key);
  json_object_unref (self->before);
  g_free (self);
}

/* (transfer full) (nullable): the fields that are not as they were */
static JsonObject *
write_changes (Draft *self)
{
  g_autoptr (JsonObject) now = yc_ask_sheet_write (self->sheet);
  g_autoptr (GList) names = json_object_get_members (now);
  g_autoptr (JsonObject) changes = json_object_new ();

  for (GList *name = names; name != NULL; name = name->next)
    if (!yc_json_equal (json_object_get_member (now, name->data),
                        json_object_get_member (self->before, name->data)))
      json_object_set_member (changes, name->data,
                              yc_json_copy (json_object_get_member (now, name->data)));

  return json_object_get_size (changes) > 0 ? g_steal_pointer (&changes) : NULL;
}

/* Returns: whether anything is kept */
static gboolean
keep (Draft *self)
{
  g_autoptr (JsonObject) changes = self->done ? NULL : write_changes (self);
  g_autoptr (JsonObject) kept = NULL;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (changes != NULL)
    {
      kept = json_object_new ();
      json_object_set_int_member (kept, "base", self->base);
      json_object_set_object_member (kept, "fields", g_steal_pointer (&changes));
    }
  yc_desk_typed_keep (self->typed, self->key, kept);

  return kept != NULL;
}

static void
keep_cb (gpointer data)
{
  Draft *self = data;

  self->timeout = 0;
  keep (self);
}

static void
changed_cb (YcAskSheet *sheet, Draft *self)
{
  self->changed = TRUE;
  if (self->timeout == 0 && !self->done)
    self->timeout = g_timeout_add_once (SAVE_MS, keep_cb, self);
}

static void
done_cb (YcAskSheet *sheet, Draft *self)
{
  self->done = TRUE;
  keep (self);
}

/* Left by Escape, by signing out, or with the window. */
static void
unmap_cb (YcAskSheet *sheet, Draft *self)
{
  if (self->changed && !self->done && keep (self) && yc_desk_get_typed (self->desk) == self->typed)
    yc_dialogs_toast (GTK_WIDGET (sheet),
                      _ ("Kept as a draft: it is there again when you open this."));
}

static void
begin_anew_cb (GtkWidget *button, Draft *self)
{
  yc_ask_sheet_read (self->sheet, self->before);
  gtk_widget_child_focus (GTK_WIDGET (self->sheet), GTK_DIR_TAB_FORWARD);
  yc_ask_sheet_set_note (self->sheet, NULL);
}

static void
show_note (Draft *self, gboolean outdated)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label =
      gtk_label_new (outdated ? _ ("This is what you typed earlier. There is another version "
                                   "meanwhile: compare before you publish.")
                              : _ ("This is what you typed earlier and did not send."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Begin anew"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, outdated ? "warning-words" : "secondary");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (begin_anew_cb), self);
  gtk_box_append (GTK_BOX (note), label);
  gtk_box_append (GTK_BOX (note), button);
  yc_ask_sheet_set_note (self->sheet, note);
}

static void
bring_back (Draft *self)
{
  JsonObject *kept = yc_desk_typed_find (self->typed, self->key);
  JsonObject *fields = kept != NULL ? yc_json_get_object (kept, "fields") : NULL;

  if (fields == NULL)
    return;
  yc_ask_sheet_read (self->sheet, fields);
  show_note (self, yc_json_get_int (kept, "base", 0) != self->base);
}

/**
 * yc_ask_draft_attach:
 * @sheet: a sheet that was just opened
 * @desk: the desk
 * @key: what the sheet is for, such as "step/ID/answer"
 * @base: the version of what it changes, 0 when it changes nothing
 *
 * Brings back what was typed into such a sheet and not sent, and keeps what is typed from now on
 * until it is sent.
 */
void
yc_ask_draft_attach (YcAskSheet *sheet, YcDesk *desk, const char *key, gint64 base)
{
  Draft *self;

  g_return_if_fail (YC_IS_ASK_SHEET (sheet));
  g_return_if_fail (YC_IS_DESK (desk));
  g_return_if_fail (key != NULL);

  if (yc_desk_get_typed (desk) == NULL)
    return;
  self = g_new0 (Draft, 1);
  self->sheet = sheet;
  self->desk = g_object_ref (desk);
  self->typed = g_object_ref (yc_desk_get_typed (desk));
  self->key = g_strdup (key);
  self->base = base;
  self->before = yc_ask_sheet_write (sheet);
  g_object_set_data_full (G_OBJECT (sheet), "yc-ask-draft", self, draft_free);
  bring_back (self);
  g_signal_connect (sheet, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (sheet, "done", G_CALLBACK (done_cb), self);
  g_signal_connect (sheet, "unmap", G_CALLBACK (unmap_cb), self);
}
