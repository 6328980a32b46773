/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate that somebody brings is verified: by its number, its QR code or its file.
 *
 * The signature is checked here, by our own strict rule, whether the line is there or not; what has
 * become of the certificate since, only the service knows. */
#include "yc-verify-view.h"

#include "yc-certificate-verifier.h"
#include "yc-client-error.h"
#include "yc-day.h"
#include "yc-desk-trust.h"
#include "yc-desk-verify.h"
#include "yc-sheet.h"
#include "yc-typed-number.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

#define WIDTH 520

struct _YcVerifyView
{
  GtkWidget parent_instance;

  YcDesk *desk;
  YcTrust *trust;
  GtkEntry *entry;
  GtkWidget *result;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkLabel *advice;
  GtkLabel *details;
  GtkNativeDialog *chooser;
  YcVerification *verification;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YcVerifyView, yc_verify_view, GTK_TYPE_WIDGET)

static void
get_today (GDate *today)
{
  g_autofree char *day = yc_day_dup_today ();

  yc_day_parse (day, today);
}

/* What may still turn out either way, or is worth nothing although nothing is wrong with it. */
static gboolean
is_doubtful (YcVerificationState state)
{
  return state == YC_VERIFICATION_SAMPLE || state == YC_VERIFICATION_NUMBER_ONLY ||
         state == YC_VERIFICATION_EXPIRED || state == YC_VERIFICATION_SIGNER_EXPIRED ||
         state == YC_VERIFICATION_NOT_SIGNED;
}

static void
set_look (YcVerifyView *self)
{
  gboolean doubtful = is_doubtful (yc_verification_get_state (self->verification));
  gboolean good = !doubtful && yc_verification_is_good (self->verification);
  const char *style = doubtful ? "seal-doubtful" : good ? "seal-good" : "seal-bad";
  const char *const styles[] = { "verify-result", style, NULL };

  gtk_image_set_from_icon_name (self->icon, doubtful ? "dialog-warning-symbolic"
                                            : good   ? "yc-mark-done-symbolic"
                                                     : "dialog-error-symbolic");
  gtk_widget_set_css_classes (self->result, (const char **) styles);
}

/* What the sheet in the citizen's hand should say. */
static char *
describe (YcVerifyView *self, YcRegisteredCertificate *certificate)
{
  GString *lines = g_string_new (NULL);
  const char *serial = yc_verification_get_serial (self->verification);

  if (serial != NULL)
    g_string_append_printf (lines, _ ("Serial number %s"), serial);
  if (certificate != NULL)
    {
      GDateTime *issued_at = yc_registered_certificate_get_issued_at (certificate);
      g_autofree char *moment = issued_at != NULL ? yc_words_moment (issued_at) : NULL;
      g_autofree char *issue =
        yc_words_join (yc_registered_certificate_get_title (certificate),
                       yc_registered_certificate_get_place_name (certificate), moment, NULL);

      g_string_append_printf (lines, "\n%s", issue);
      if (yc_registered_certificate_get_valid_until (certificate) != NULL)
        g_string_append_printf (lines, _ ("\nValid until %s"),
                                yc_registered_certificate_get_valid_until (certificate));
      if (yc_registered_certificate_get_replaced_by (certificate) != NULL)
        g_string_append_printf (lines, _ ("\nReplaced by %s"),
                                yc_registered_certificate_get_replaced_by (certificate));
    }
  else if (serial != NULL && !yc_verification_get_registry_asked (self->verification))
    g_string_append (lines, _ ("\nThe register could not be asked: whether the certificate was "
                               "made void or replaced is not known. Verify it again when the line "
                               "is back."));
  return g_string_free (lines, FALSE);
}

static void
show (YcVerifyView *self, YcRegisteredCertificate *certificate)
{
  g_autofree char *details = describe (self, certificate);

  set_look (self);
  gtk_label_set_text (self->title, yc_verification_get_title (self->verification));
  gtk_label_set_text (self->sentence, yc_verification_get_sentence (self->verification));
  gtk_label_set_text (self->advice, yc_verification_get_advice (self->verification));
  gtk_label_set_text (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), details[0] != '\0');
  gtk_widget_set_visible (self->result, TRUE);
}

static void
add_registry (YcVerifyView *self, YcRegisteredCertificate *certificate)
{
  static const YcRegistryState states[] = {
    [YC_REGISTERED_VALID] = YC_REGISTRY_VALID,
    [YC_REGISTERED_VOID] = YC_REGISTRY_VOID,
    [YC_REGISTERED_REPLACED] = YC_REGISTRY_REPLACED,
    /* The last day is told beside it. */
    [YC_REGISTERED_EXPIRED] = YC_REGISTRY_VALID,
  };
  YcRegistryEntry entry = { 0 };
  GDate today;

  get_today (&today);
  if (certificate != NULL)
    {
      entry.state = states[yc_registered_certificate_get_state (certificate)];
      entry.replaced_by = yc_registered_certificate_get_replaced_by (certificate);
      entry.sha256 = yc_registered_certificate_get_sha256 (certificate);
      entry.valid_until = yc_registered_certificate_get_valid_until (certificate);
    }
  yc_verification_add_registry (self->verification, certificate != NULL ? &entry : NULL, &today);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcVerifyView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcRegisteredCertificate) certificate =
    yc_desk_look_up_certificate_finish (YC_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (certificate != NULL || g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND))
    add_registry (self, certificate);
  show (self, certificate);
}

/* Takes @verification. */
static void
set_verification (YcVerifyView *self, YcVerification *verification)
{
  const char *serial = yc_verification_get_serial (verification);

  g_clear_object (&self->verification);
  self->verification = verification;
  if (serial != NULL)
    yc_desk_look_up_certificate_async (self->desk, serial, self->cancellable, looked_up_cb,
                                       g_object_ref (self));
  else
    show (self, NULL);
}

/* What was begun before is not shown any more. */
static void
begin (YcVerifyView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->verification);
  gtk_widget_set_visible (self->result, FALSE);
}

static void
verify_in_thread (GTask *task, gpointer source, gpointer pdf, GCancellable *cancellable)
{
  YcVerifyView *self = source;
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, self->trust, NULL);

  g_task_return_pointer (task, yc_verification_new_for_file (verdict, pdf), g_object_unref);
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YcVerification *verification = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another one is being verified. */
  if (verification != NULL)
    set_verification (YC_VERIFY_VIEW (source), verification);
}

static void
file_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcVerifyView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (GTask) task = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* What cannot be read is no PDF. */
  if (pdf == NULL)
    pdf = g_bytes_new (NULL, 0);
  task = g_task_new (self, self->cancellable, verified_cb, NULL);
  g_task_set_source_tag (task, file_loaded_cb);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, verify_in_thread);
}

static void
entered_cb (YcVerifyView *self)
{
  yc_verify_view_check_text (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, YcVerifyView *self)
{
  yc_verify_view_check_file (self, g_value_get_object (value));
  return TRUE;
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
chosen_cb (GtkNativeDialog *dialog, int response, YcVerifyView *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                             ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                             : NULL;

  if (file != NULL)
    yc_verify_view_check_file (self, file);
  g_clear_object (&self->chooser);
}

static void
choose_cb (YcVerifyView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (
    _ ("Certificate to verify"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (self->chooser);
}

G_GNUC_END_IGNORE_DEPRECATIONS

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (label, 50);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

static GtkWidget *
create_result (YcVerifyView *self)
{
  GtkBox *words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *result = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  self->title = add_label (words, "seal-title");
  self->sentence = add_label (words, NULL);
  self->advice = add_label (words, NULL);
  self->details = add_label (words, "field-title");
  gtk_label_set_selectable (self->details, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->details), FALSE);
  gtk_box_append (GTK_BOX (result), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (result), GTK_WIDGET (words));
  gtk_widget_set_visible (result, FALSE);
  return result;
}

static GtkWidget *
create_number_row (YcVerifyView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Verify"));

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _ ("Type the serial number, or scan the QR code"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Serial number or QR code"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (entered_cb), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static GtkWidget *
create_file_row (YcVerifyView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Open a PDF…"));
  GtkWidget *words = gtk_label_new (_ ("or drop the file here"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  gtk_widget_add_css_class (words, "field-title");
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), words);
  return row;
}

static gboolean
yc_verify_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YC_VERIFY_VIEW (widget)->entry));
}

static void
yc_verify_view_dispose (GObject *object)
{
  YcVerifyView *self = YC_VERIFY_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->verification);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (yc_verify_view_parent_class)->dispose (object);
}

static void
yc_verify_view_finalize (GObject *object)
{
  YcVerifyView *self = YC_VERIFY_VIEW (object);

  g_clear_object (&self->trust);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_verify_view_parent_class)->finalize (object);
}

static void
yc_verify_view_class_init (YcVerifyViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yc_verify_view_dispose;
  object_class->finalize = yc_verify_view_finalize;
  widget_class->grab_focus = yc_verify_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_verify_view_init (YcVerifyView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  gtk_widget_set_parent (create_number_row (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_file_row (self), GTK_WIDGET (self));
  self->result = create_result (self);
  gtk_widget_set_parent (self->result, GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
yc_verify_view_new (YcDesk *desk)
{
  YcVerifyView *self = g_object_new (YC_TYPE_VERIFY_VIEW, NULL);

  self->desk = g_object_ref (desk);
  self->trust = yc_desk_trust_load (desk);
  return GTK_WIDGET (self);
}

static void
close_cb (GtkButton *button, YcSheet *sheet)
{
  yc_sheet_close (sheet);
}

void
yc_verify_view_present (YcDesk *desk, GtkWidget *over)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *view = yc_verify_view_new (desk);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Close"));
  YcSheet *sheet;

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (content), view);
  gtk_box_append (GTK_BOX (content), button);
  sheet = yc_sheet_new (_ ("Verify a certificate"), content);
  g_signal_connect (button, "clicked", G_CALLBACK (close_cb), sheet);
  yc_sheet_present (sheet, over);
  gtk_widget_grab_focus (view);
}

/* Signed by its own key; %NULL when @text is no QR code of ours. */
static YcVerification *
verify_mark (YcVerifyView *self, const char *text)
{
  g_autoptr (YcVerifyMark) mark = yc_verify_mark_parse (text, NULL);
  GDate today;

  if (mark == NULL)
    return NULL;
  get_today (&today);
  return yc_verification_new_for_mark (mark, yc_verify_mark_check (mark, self->trust, NULL),
                                       &today);
}

void
yc_verify_view_check_text (YcVerifyView *self, const char *text)
{
  g_autofree char *number = NULL;
  YcVerification *verification;

  g_return_if_fail (YC_IS_VERIFY_VIEW (self));
  g_return_if_fail (text != NULL);

  begin (self);
  number = yc_typed_number_read (text);
  if (number[0] == '\0')
    return;
  verification = verify_mark (self, text);
  set_verification (self, verification != NULL ? verification
                                               : yc_verification_new_for_number (number));
}

void
yc_verify_view_check_file (YcVerifyView *self, GFile *file)
{
  g_return_if_fail (YC_IS_VERIFY_VIEW (self));
  g_return_if_fail (G_IS_FILE (file));

  begin (self);
  g_file_load_bytes_async (file, self->cancellable, file_loaded_cb, g_object_ref (self));
}

YcVerification *
yc_verify_view_get_verification (YcVerifyView *self)
{
  g_return_val_if_fail (YC_IS_VERIFY_VIEW (self), NULL);

  return gtk_widget_get_visible (self->result) ? self->verification : NULL;
}
