/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field that takes files: dragged here, pasted, or chosen. */
#include "yc-form-attachment.h"

#include "yc-attachment-tiles.h"
#include "yc-file-type.h"
#include "yc-form-editor.h"
#include "yc-form-helper.h"
#include "yc-form-intake.h"
#include "yc-form-view.h"

#include <glib/gi18n-lib.h>

struct _YcFormAttachment
{
  GtkWidget parent_instance;

  GtkWidget *add;
  GtkWidget *words;
  GtkWidget *hint;
  GtkWidget *spinner;
  GtkWidget *refused;
  GtkWidget *tiles;             /* NULL until it is in a form's view */

  YcFormField *field;
  YcFormIntake *intake;         /* the same */
  GtkNativeDialog *chooser;
  GCancellable *cancellable;
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (YcFormAttachment, yc_form_attachment, GTK_TYPE_WIDGET)

static const YcAttachmentRules *
get_rules (YcFormAttachment *self)
{
  return yc_form_field_get_files (self->field);
}

/* Whole megabytes, as limits mostly are, without a fraction. */
static char *
describe_size (gint64 n_bytes)
{
  if (n_bytes % (1024 * 1024) == 0)
    return g_strdup_printf ("%d MB", (int) (n_bytes / (1024 * 1024)));
  return g_format_size ((guint64) n_bytes);
}

static char *
describe_rules (YcFormAttachment *self)
{
  const YcAttachmentRules *rules = get_rules (self);
  g_autofree char *most = describe_size (rules->max_bytes);
  g_autoptr (GString) types = g_string_new (NULL);

  for (guint i = 0; rules->accept[i] != NULL; i++)
    g_string_append_printf (types, "%s%s", i > 0 ? " / " : "",
                            yc_file_type_get_title (rules->accept[i]));
  if (!rules->several)
    /* Translators: types of files such as PDF, the largest size */
    return g_strdup_printf (_ ("%s, at most %s"), types->str, most);
  /* Translators: types of files such as PDF, the largest size, the number of files */
  return g_strdup_printf (_ ("%s, at most %s each, at most %u files"), types->str, most,
                          rules->max_files);
}

static const char *
get_words (YcFormAttachment *self)
{
  if (self->intake == NULL)
    return "";
  if (yc_form_intake_get_busy (self->intake))
    return _ ("Being checked and kept…");
  if (yc_form_intake_is_full (self->intake))
    return _ ("No more files fit here");
  if (!get_rules (self)->several && yc_form_intake_get_n_files (self->intake) > 0)
    return _ ("Choose another file, or drag it here");
  return _ ("Choose a file, drag it here, or paste it");
}

static void
show_add (YcFormAttachment *self)
{
  gboolean busy = self->intake != NULL && yc_form_intake_get_busy (self->intake);
  const char *refusal = self->intake != NULL ? yc_form_intake_get_refusal (self->intake) : NULL;

  gtk_label_set_text (GTK_LABEL (self->words), get_words (self));
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  yc_form_helper_set_error (YC_FORM_HELPER (self->refused), refusal);
  gtk_widget_set_visible (self->refused, refusal != NULL);
}

static void
show_value (YcFormAttachment *self)
{
  if (self->tiles != NULL)
    yc_attachment_tiles_set_value (YC_ATTACHMENT_TILES (self->tiles),
                                   yc_form_field_get_value (self->field));
  show_add (self);
}

static void
removed_cb (YcFormAttachment *self,
            guint             index)
{
  yc_form_intake_remove (self->intake, index);
  gtk_widget_grab_focus (self->add);
}

static gboolean
may_take (YcFormAttachment *self)
{
  return self->editable && self->intake != NULL && yc_form_field_get_enabled (self->field);
}

/* Where files come from */

static gboolean
take_value (YcFormAttachment *self,
            const GValue     *value)
{
  g_autoptr (GSList) objects = NULL;

  if (!may_take (self))
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    objects = gdk_file_list_get_files (g_value_get_boxed (value));
  else
    objects = g_slist_prepend (NULL, g_value_get_object (value));
  yc_form_intake_take (self->intake, objects);
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget    *target,
         const GValue     *value,
         double            x,
         double            y,
         YcFormAttachment *self)
{
  return take_value (self, value);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcFormAttachment) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL && self->field != NULL)
    take_value (self, value);
}

static gboolean
has_files (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
         gdk_content_formats_contain_mime_type (formats, "text/uri-list");
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormAttachment      *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK ||
      (key != GDK_KEY_v && key != GDK_KEY_V) || !may_take (self))
    return GDK_EVENT_PROPAGATE;
  gdk_clipboard_read_value_async (
      clipboard,
      has_files (gdk_clipboard_get_formats (clipboard)) ? GDK_TYPE_FILE_LIST : GDK_TYPE_TEXTURE,
      G_PRIORITY_DEFAULT, self->cancellable, pasted_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

/* What takes its place is not there before GTK 4.10. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
chosen_cb (GtkNativeDialog  *dialog,
           int               response,
           YcFormAttachment *self)
{
  g_autoptr (GListModel) files = NULL;
  GSList *objects = NULL;

  if (response == GTK_RESPONSE_ACCEPT && may_take (self))
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        objects = g_slist_append (objects, g_list_model_get_item (files, i));
      yc_form_intake_take (self->intake, objects);
    }
  g_slist_free_full (objects, g_object_unref);
  g_clear_object (&self->chooser);
}

static GtkNativeDialog *
create_chooser (YcFormAttachment *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (gtk_file_chooser_native_new (
      yc_form_field_get_title (self->field), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Attach"), NULL));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  for (guint i = 0; get_rules (self)->accept[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, get_rules (self)->accept[i]);
  gtk_file_chooser_set_filter (chooser, filter);
  gtk_file_chooser_set_select_multiple (chooser, get_rules (self)->several);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  return GTK_NATIVE_DIALOG (chooser);
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
choose_cb (YcFormAttachment *self)
{
  if (!may_take (self) || yc_form_intake_is_full (self->intake) || self->chooser != NULL)
    return;
  self->chooser = create_chooser (self);
  gtk_native_dialog_show (self->chooser);
}

/* In a form's view, which knows where files are kept. */
static void
yc_form_attachment_root (GtkWidget *widget)
{
  YcFormAttachment *self = YC_FORM_ATTACHMENT (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, YC_TYPE_FORM_VIEW);
  YcAttachments *attachments;

  GTK_WIDGET_CLASS (yc_form_attachment_parent_class)->root (widget);
  if (self->tiles != NULL || view == NULL)
    return;
  attachments = yc_form_view_get_attachments (YC_FORM_VIEW (view));
  self->intake = g_object_ref (yc_form_intake_get (self->field, attachments));
  self->tiles = yc_attachment_tiles_new (attachments);
  yc_attachment_tiles_set_removable (YC_ATTACHMENT_TILES (self->tiles), self->editable);
  g_signal_connect_object (self->tiles, "removed", G_CALLBACK (removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->intake, "notify", G_CALLBACK (show_add), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_after (self->tiles, widget, NULL);
  show_value (self);
}

static void
yc_form_attachment_dispose (GObject *object)
{
  YcFormAttachment *self = YC_FORM_ATTACHMENT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->tiles, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  g_clear_pointer (&self->refused, gtk_widget_unparent);
  g_clear_object (&self->chooser);
  g_clear_object (&self->intake);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (yc_form_attachment_parent_class)->dispose (object);
}

static void
yc_form_attachment_class_init (YcFormAttachmentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_attachment_dispose;
  widget_class->root = yc_form_attachment_root;
  gtk_widget_class_set_css_name (widget_class, "formattachment");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
create_add (YcFormAttachment *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->spinner = gtk_spinner_new ();
  self->words = gtk_label_new (NULL);
  self->hint = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_box_append (GTK_BOX (lines), self->words);
  gtk_box_append (GTK_BOX (lines), self->hint);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (line), lines);
  gtk_box_append (GTK_BOX (line), self->spinner);
  self->add = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add), line);
  gtk_widget_add_css_class (self->add, "place");
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (choose_cb), self);
}

static void
add_controllers (YcFormAttachment *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
yc_form_attachment_init (YcFormAttachment *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->cancellable = g_cancellable_new ();
  create_add (self);
  self->refused = yc_form_helper_new ();
  gtk_widget_set_parent (self->refused, GTK_WIDGET (self));
  add_controllers (self);
}

/**
 * yc_form_attachment_new:
 * @field: a %YC_FORM_FIELD_ATTACHMENT
 * @label: its name for a screen reader and for tests
 * @editable: whether files can be added and taken out
 *
 * Returns: the editor; the view that it is in knows where files are kept
 */
GtkWidget *
yc_form_attachment_new (YcFormField *field,
                        const char  *label,
                        gboolean     editable)
{
  YcFormAttachment *self = g_object_new (YC_TYPE_FORM_ATTACHMENT, NULL);
  g_autofree char *rules = NULL;

  self->field = g_object_ref (field);
  self->editable = editable;
  rules = describe_rules (self);
  gtk_label_set_text (GTK_LABEL (self->hint), rules);
  gtk_widget_set_visible (self->add, editable);
  g_signal_connect_object (field, "notify::value", G_CALLBACK (show_value), self,
                           G_CONNECT_SWAPPED);
  yc_form_editor_prepare (self->add, field, label);
  yc_form_editor_add_keys (self->add);
  show_value (self);
  return GTK_WIDGET (self);
}

/**
 * yc_form_attachment_get_intake:
 * @self: the editor, in a form's view
 *
 * Returns: (transfer none) (nullable): what takes its files
 */
YcFormIntake *
yc_form_attachment_get_intake (YcFormAttachment *self)
{
  g_return_val_if_fail (YC_IS_FORM_ATTACHMENT (self), NULL);

  return self->intake;
}
