/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate that somebody brings is verified: by its number, its QR code or its file.
 *
 * The signature is checked here, by our own strict rule, whether the line is there or not; what has
 * become of the certificate since, only the service knows. */
#include "yc-verify-view.h"

#include "yc-certificate-verifier.h"
#include "yc-children.h"
#include "yc-client-error.h"
#include "yc-desk-trust.h"
#include "yc-desk-verify.h"
#include "yc-direct-typing.h"
#include "yc-file-read.h"
#include "yc-sheet.h"
#include "yc-typed-number.h"
#include "yc-verify-file.h"
#include "yc-verify-holder.h"
#include "yc-verify-result.h"

#include <glib/gi18n-lib.h>

#define WIDTH 520
/* Larger than any file the verifier looks at. */
#define MOST_BYTES (65u * 1024u * 1024u)

struct _YcVerifyView
{
  GtkWidget parent_instance;

  YcDesk *desk;
  YcTrust *trust;
  GtkEntry *entry;
  YcVerifyResult *result;
  YcVerifyHolder *holder;
  /* What was scanned; NULL unless it is a QR code of ours. */
  YcVerifyMark *mark;
  YcVerification *verification;
  gboolean shown;
  GCancellable *cancellable;
};

/* What is asked of the register, and for which verification. */
typedef struct
{
  YcVerifyView *view;
  YcVerification *verification;
} Lookup;

G_DEFINE_FINAL_TYPE (YcVerifyView, yc_verify_view, GTK_TYPE_WIDGET)

/* The register itself, or what this desk remembers of it: %NULL when it has nothing. */
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

  if (certificate != NULL)
    {
      entry.state = states[yc_registered_certificate_get_state (certificate)];
      entry.replaced_by = yc_registered_certificate_get_replaced_by (certificate);
      entry.sha256 = yc_registered_certificate_get_sha256 (certificate);
      entry.valid_until = yc_registered_certificate_get_valid_until (certificate);
    }
  if (certificate != NULL && yc_registered_certificate_get_known_at (certificate) != NULL)
    yc_verification_add_revocation (self->verification, entry.state, entry.replaced_by);
  else
    yc_verification_add_registry (self->verification, certificate != NULL ? &entry : NULL, NULL);
}

/* The next sheet's code takes the place of this one's. */
static void
show (YcVerifyView *self, YcRegisteredCertificate *certificate)
{
  yc_verify_result_show (self->result, self->verification, certificate);
  self->shown = TRUE;
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
lookup_free (Lookup *lookup)
{
  g_object_unref (lookup->view);
  g_object_unref (lookup->verification);
  g_free (lookup);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lookup, lookup_free)

/* An answer that was under way already comes although it was cancelled: it is about another one. */
static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Lookup) lookup = user_data;
  YcVerifyView *self = lookup->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcRegisteredCertificate) certificate =
    yc_desk_look_up_certificate_finish (YC_DESK (source), result, &error);

  if (self->verification != lookup->verification)
    return;
  if (certificate != NULL || g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND))
    add_registry (self, certificate);
  show (self, certificate);
}

static void
look_up (YcVerifyView *self, const char *serial)
{
  Lookup *lookup = g_new0 (Lookup, 1);

  lookup->view = g_object_ref (self);
  lookup->verification = g_object_ref (self->verification);
  yc_desk_look_up_certificate_async (self->desk, serial, self->cancellable, looked_up_cb, lookup);
}

/* Takes @verification. */
static void
set_verification (YcVerifyView *self, YcVerification *verification)
{
  const char *serial = yc_verification_get_serial (verification);

  g_clear_object (&self->verification);
  self->verification = verification;
  if (serial != NULL)
    look_up (self, serial);
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
  self->shown = FALSE;
  yc_verify_result_hide (self->result);
}

/* As @begin, for something else than what was there before. */
static void
begin_other (YcVerifyView *self)
{
  begin (self);
  g_clear_pointer (&self->mark, yc_verify_mark_free);
  yc_verify_holder_clear (self->holder);
  gtk_widget_set_visible (GTK_WIDGET (self->holder), FALSE);
}

/* What cannot be read, or is too large, is no certificate. */
static void
verify_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  YcVerifyView *self = source;
  gsize length = 0;
  char *data = yc_file_read (file, MOST_BYTES, &length, NULL);
  g_autoptr (GBytes) pdf = g_bytes_new_take (data, data != NULL ? length : 0);
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

/* Signed by a key of its own; with what stands on the sheet, as soon as that was typed. */
static void
verify_mark (YcVerifyView *self)
{
  YcMarkResult result =
    yc_verify_mark_check_holder (self->mark, self->trust, yc_verify_holder_get_name (self->holder),
                                 yc_verify_holder_get_id_number (self->holder));

  gtk_widget_set_visible (GTK_WIDGET (self->holder), result < YC_MARK_FORGED);
  set_verification (self, yc_verification_new_for_mark (self->mark, result, NULL));
}

static void
compare_cb (YcVerifyView *self)
{
  begin (self);
  verify_mark (self);
}

static void
entered_cb (YcVerifyView *self)
{
  yc_verify_view_check_text (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Of several files the first one: one certificate is verified at a time. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, YcVerifyView *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;
  yc_verify_view_check_file (self, files->data);
  return TRUE;
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
  yc_direct_typing_use (self->entry, GTK_INPUT_PURPOSE_FREE_FORM);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (entered_cb), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (row), button);
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

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->verification);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_verify_view_parent_class)->dispose (object);
}

static void
yc_verify_view_finalize (GObject *object)
{
  YcVerifyView *self = YC_VERIFY_VIEW (object);

  g_clear_pointer (&self->mark, yc_verify_mark_free);
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
  gtk_widget_class_set_css_name (widget_class, "verifyview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_verify_view_init (YcVerifyView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *file;
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  gtk_widget_set_parent (create_number_row (self), GTK_WIDGET (self));
  file = yc_verify_file_new ();
  g_signal_connect_swapped (file, "chosen", G_CALLBACK (yc_verify_view_check_file), self);
  gtk_widget_set_parent (file, GTK_WIDGET (self));
  self->result = YC_VERIFY_RESULT (yc_verify_result_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->result), GTK_WIDGET (self));
  self->holder = YC_VERIFY_HOLDER (yc_verify_holder_new ());
  g_signal_connect_swapped (self->holder, "compare", G_CALLBACK (compare_cb), self);
  gtk_widget_set_visible (GTK_WIDGET (self->holder), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->holder), GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
yc_verify_view_new (YcDesk *desk, YcTrust *trust)
{
  YcVerifyView *self;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (trust == NULL || YC_IS_TRUST (trust), NULL);

  self = g_object_new (YC_TYPE_VERIFY_VIEW, NULL);
  self->desk = g_object_ref (desk);
  self->trust = trust != NULL ? g_object_ref (trust) : NULL;
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
  g_autoptr (YcTrust) trust = yc_desk_trust_load (desk);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *view = yc_verify_view_new (desk, trust);
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

void
yc_verify_view_check_text (YcVerifyView *self, const char *text)
{
  g_autofree char *number = NULL;

  g_return_if_fail (YC_IS_VERIFY_VIEW (self));
  g_return_if_fail (text != NULL);

  begin_other (self);
  number = yc_typed_number_read (text);
  if (number[0] == '\0')
    return;
  self->mark = yc_verify_mark_parse (text, NULL);
  if (self->mark != NULL)
    verify_mark (self);
  else
    set_verification (self, yc_verification_new_for_number (number));
}

void
yc_verify_view_check_file (YcVerifyView *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_VERIFY_VIEW (self));
  g_return_if_fail (G_IS_FILE (file));

  begin_other (self);
  task = g_task_new (self, self->cancellable, verified_cb, NULL);
  g_task_set_source_tag (task, yc_verify_view_check_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, verify_in_thread);
}

YcVerification *
yc_verify_view_get_verification (YcVerifyView *self)
{
  g_return_val_if_fail (YC_IS_VERIFY_VIEW (self), NULL);

  return self->shown ? self->verification : NULL;
}
