/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of verifying a certificate, in words: what it is, what to do, what the sheet in the
 * citizen's hand should say, and whether the register could be asked. */
#include "yc-verify-result.h"

#include "yc-children.h"
#include "yc-verification-look.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcVerifyResult
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkLabel *advice;
  GtkLabel *details;
};

G_DEFINE_FINAL_TYPE (YcVerifyResult, yc_verify_result, GTK_TYPE_WIDGET)

static void
set_look (YcVerifyResult *self, YcVerification *verification)
{
  const char *const styles[] = { "verify-result", yc_verification_look_get_style (verification),
                                 NULL };

  gtk_image_set_from_icon_name (self->icon, yc_verification_look_get_icon (verification));
  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char **) styles);
}

static void
describe_certificate (GString *lines, YcRegisteredCertificate *certificate)
{
  GDateTime *issued_at = yc_registered_certificate_get_issued_at (certificate);
  g_autofree char *moment = issued_at != NULL ? yc_words_moment (issued_at) : NULL;
  g_autofree char *issue =
    yc_words_join (yc_registered_certificate_get_title (certificate),
                   yc_registered_certificate_get_place_name (certificate), moment, NULL);

  g_string_append_printf (lines, "\n%s", issue);
}

/* The copy tells what was; how old it is, the clerk must know. */
static void
describe_copy (GString *lines, YcRegisteredCertificate *certificate)
{
  GDateTime *known_at = yc_registered_certificate_get_known_at (certificate);
  g_autofree char *moment = yc_words_moment (known_at);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  GTimeSpan days = g_date_time_difference (now, known_at) / G_TIME_SPAN_DAY;

  if (yc_registered_certificate_get_state (certificate) == YC_REGISTERED_VALID)
    g_string_append_printf (lines,
                            _ ("\nThe register cannot be asked now. In the list of %s it is neither "
                               "void nor replaced. Verify it again when the line is back."),
                            moment);
  else
    g_string_append_printf (lines, _ ("\nThe register cannot be asked now; so says the list of %s."),
                            moment);
  if (days > 0)
    g_string_append_printf (lines,
                            g_dngettext (GETTEXT_PACKAGE, "\nThe list is %u day old.",
                                         "\nThe list is %u days old.", (gulong) days),
                            (guint) days);
}

static char *
describe (YcVerification *verification, YcRegisteredCertificate *certificate)
{
  GString *lines = g_string_new (NULL);
  const char *serial = yc_verification_get_serial (verification);

  if (serial == NULL)
    return g_string_free (lines, FALSE);
  g_string_append_printf (lines, _ ("Serial number %s"), serial);
  /* Where the title does not say it already. */
  if (yc_verification_get_sample (verification) &&
      yc_verification_get_state (verification) != YC_VERIFICATION_SAMPLE)
    g_string_append_printf (lines, "\n%s", _ ("Sample seal, for training only"));
  if (certificate != NULL && yc_verification_get_registry_asked (verification))
    describe_certificate (lines, certificate);
  if (yc_verification_get_valid_until (verification) != NULL)
    g_string_append_printf (lines, _ ("\nValid until %s"),
                            yc_verification_get_valid_until (verification));
  if (yc_verification_get_replaced_by (verification) != NULL)
    g_string_append_printf (lines, _ ("\nReplaced by %s"),
                            yc_verification_get_replaced_by (verification));
  if (yc_verification_get_registry_asked (verification))
    return g_string_free (lines, FALSE);
  if (certificate != NULL)
    describe_copy (lines, certificate);
  else
    g_string_append (lines, _ ("\nThe register could not be asked: whether the certificate was "
                               "made void or replaced is not known. Verify it again when the line "
                               "is back."));
  return g_string_free (lines, FALSE);
}

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

static void
yc_verify_result_dispose (GObject *object)
{
  yc_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (yc_verify_result_parent_class)->dispose (object);
}

static void
yc_verify_result_class_init (YcVerifyResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_verify_result_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
yc_verify_result_init (YcVerifyResult *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkBox *words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  self->title = add_label (words, "seal-title");
  self->sentence = add_label (words, NULL);
  self->advice = add_label (words, NULL);
  self->details = add_label (words, "field-title");
  gtk_label_set_selectable (self->details, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->details), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->icon), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (words), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
yc_verify_result_new (void)
{
  return g_object_new (YC_TYPE_VERIFY_RESULT, NULL);
}

void
yc_verify_result_show (YcVerifyResult          *self,
                       YcVerification          *verification,
                       YcRegisteredCertificate *certificate)
{
  g_autofree char *details = NULL;

  g_return_if_fail (YC_IS_VERIFY_RESULT (self));
  g_return_if_fail (YC_IS_VERIFICATION (verification));

  details = describe (verification, certificate);
  set_look (self, verification);
  gtk_label_set_text (self->title, yc_verification_get_title (verification));
  gtk_label_set_text (self->sentence, yc_verification_get_sentence (verification));
  gtk_label_set_text (self->advice, yc_verification_get_advice (verification));
  gtk_label_set_text (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), details[0] != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
yc_verify_result_hide (YcVerifyResult *self)
{
  g_return_if_fail (YC_IS_VERIFY_RESULT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
