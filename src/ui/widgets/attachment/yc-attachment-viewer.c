/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of a form, large: a sheet over the window, with the pages' keys and the way to the next. */
#include "yc-attachment-viewer.h"

#include "yc-attachment.h"
#include "yc-error-words.h"
#include "yc-file-name.h"
#include "yc-preview-view.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

/* What is left of the window around the sheet, and the least of the sheet itself, in pixels. */
#define MARGIN_WIDTH 120
#define MARGIN_HEIGHT 150
#define LEAST_WIDTH 480
#define LEAST_HEIGHT 320

#define YC_TYPE_ATTACHMENT_VIEWER (yc_attachment_viewer_get_type ())
G_DECLARE_FINAL_TYPE (YcAttachmentViewer, yc_attachment_viewer, YC, ATTACHMENT_VIEWER, GtkWidget)

struct _YcAttachmentViewer
{
  GtkWidget parent_instance;

  GtkWidget *view;
  GtkWidget *foot;
  GtkWidget *name;
  GtkWidget *previous;
  GtkWidget *next;

  YcAttachments *attachments;
  GPtrArray *all;
  guint index;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YcAttachmentViewer, yc_attachment_viewer, GTK_TYPE_WIDGET)

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcAttachmentViewer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content =
      yc_attachments_load_finish (YC_ATTACHMENTS (source), result, &error);

  if (self->view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (content != NULL)
    yc_preview_view_set_pdf (YC_PREVIEW_VIEW (self->view), content, YC_DOCUMENT_FOREIGN);
  else
    yc_preview_view_set_error (YC_PREVIEW_VIEW (self->view), yc_error_words_title (error),
                               yc_error_words_way_out (error));
}

static void
show (YcAttachmentViewer *self)
{
  JsonNode *attachment = g_ptr_array_index (self->all, self->index);
  g_autofree char *words = yc_attachment_describe (attachment);
  g_autofree char *place = g_strdup_printf ("%u / %u", self->index + 1, self->all->len);
  g_autofree char *line = self->all->len > 1 ? g_strdup_printf ("%s   %s", words, place)
                                             : g_strdup (words);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (GTK_LABEL (self->name), line);
  gtk_widget_set_sensitive (self->previous, self->index > 0);
  gtk_widget_set_sensitive (self->next, self->index + 1 < self->all->len);
  gtk_widget_set_visible (self->previous, self->all->len > 1);
  gtk_widget_set_visible (self->next, self->all->len > 1);
  yc_preview_view_set_loading (YC_PREVIEW_VIEW (self->view));
  yc_attachments_load_async (self->attachments, yc_attachment_get_id (attachment),
                             self->cancellable, loaded_cb, g_object_ref (self));
}

static void
step (YcAttachmentViewer *self,
      int                 by)
{
  gint64 to = (gint64) self->index + by;

  if (to < 0 || to >= self->all->len)
    return;
  self->index = (guint) to;
  show (self);
}

static void
previous_cb (YcAttachmentViewer *self)
{
  step (self, -1);
}

static void
next_cb (YcAttachmentViewer *self)
{
  step (self, 1);
}

static void
close_cb (YcAttachmentViewer *self)
{
  yc_sheet_close (YC_SHEET (gtk_widget_get_ancestor (GTK_WIDGET (self), YC_TYPE_SHEET)));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcAttachmentViewer    *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left)
    step (self, -1);
  else if (key == GDK_KEY_Right)
    step (self, 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
yc_attachment_viewer_dispose (GObject *object)
{
  YcAttachmentViewer *self = YC_ATTACHMENT_VIEWER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->attachments);

  G_OBJECT_CLASS (yc_attachment_viewer_parent_class)->dispose (object);
}

static void
yc_attachment_viewer_class_init (YcAttachmentViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_attachment_viewer_dispose;
  gtk_widget_class_set_css_name (widget_class, "attachmentviewer");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
append_button (YcAttachmentViewer *self,
               const char         *words,
               GCallback           callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->foot), button);
  return button;
}

static void
create_foot (YcAttachmentViewer *self)
{
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_box_append (GTK_BOX (self->foot), self->name);
  self->previous = append_button (self, _ ("_Previous file"), G_CALLBACK (previous_cb));
  self->next = append_button (self, _ ("_Next file"), G_CALLBACK (next_cb));
  append_button (self, _ ("_Close"), G_CALLBACK (close_cb));
}

static void
yc_attachment_viewer_init (YcAttachmentViewer *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->view = yc_preview_view_new ();
  gtk_widget_set_vexpand (self->view, TRUE);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  create_foot (self);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
  g_signal_connect_swapped (self->view, "retry", G_CALLBACK (show), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
fit_into (YcAttachmentViewer *self,
          GtkWidget          *over)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (over));

  gtk_widget_set_size_request (GTK_WIDGET (self),
                               MAX (gtk_widget_get_width (root) - MARGIN_WIDTH, LEAST_WIDTH),
                               MAX (gtk_widget_get_height (root) - MARGIN_HEIGHT, LEAST_HEIGHT));
}

void
yc_attachment_viewer_present (GtkWidget     *over,
                              YcAttachments *attachments,
                              GPtrArray     *all,
                              guint          index)
{
  YcAttachmentViewer *self;

  g_return_if_fail (GTK_IS_WIDGET (over));
  g_return_if_fail (index < all->len);

  /* A form that is only looked at by its author has no place for a sheet. */
  if (gtk_widget_get_ancestor (over, YC_TYPE_SHEET_HOST) == NULL)
    return;
  self = g_object_new (YC_TYPE_ATTACHMENT_VIEWER, NULL);
  self->attachments = g_object_ref (attachments);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (self->all, json_node_ref (g_ptr_array_index (all, i)));
  self->index = index;
  fit_into (self, over);
  yc_sheet_present (yc_sheet_new (_ ("Attached file"), GTK_WIDGET (self)), over);
  show (self);
}
