/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the seal of a document is worth, in one line, with every check behind it. */
#include "yc-seal-line.h"

#include "yc-certificate-verifier.h"
#include "yc-children.h"
#include "yc-verification-look.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcSealLine
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkImage  *icon;
  GtkLabel  *title;
  GtkLabel  *signer;
  GtkLabel  *explanation;
  GtkBox    *checks;
  GtkLabel  *fingerprint;

  YcVerification *verification;
  GCancellable   *cancellable;
  /* NULL while it is being checked. */
  const char     *style;
};

typedef enum
{
  PROP_VERIFICATION = 1,
  N_PROPS
} YcSealLineProperty;

typedef struct
{
  GBytes  *pdf;
  YcTrust *trust;
} Question;

static GParamSpec *properties[N_PROPS];

static const char *const check_icons[] = {
  [YC_CHECK_PASSED] = "yc-mark-done-symbolic",
  [YC_CHECK_FAILED] = "yc-mark-error-symbolic",
  [YC_CHECK_SKIPPED] = "yc-mark-empty-symbolic",
};

G_DEFINE_FINAL_TYPE (YcSealLine, yc_seal_line, GTK_TYPE_WIDGET)

static void
question_free (Question *question)
{
  g_bytes_unref (question->pdf);
  g_clear_object (&question->trust);
  g_free (question);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question *question = task_data;
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (question->pdf, question->trust, NULL);

  g_task_return_pointer (task, yc_verification_new_for_file (verdict, NULL), g_object_unref);
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static const char *
name_result (YcCheckResult result)
{
  if (result == YC_CHECK_PASSED)
    return _ ("passed");
  return result == YC_CHECK_FAILED ? _ ("failed") : _ ("not checked");
}

static GtkWidget *
create_check_row (YcVerdictCheck *check)
{
  YcCheckResult result = yc_verdict_check_get_result (check);
  const char *detail = yc_verdict_check_get_detail (check);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (check_icons[result]);
  /* Translators: what was checked, and whether it is as it should be */
  g_autofree char *title =
      g_strdup_printf (_ ("%s: %s"), yc_verdict_check_get_title (check), name_result (result));

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), create_label (title, NULL));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (words), create_label (detail, "field-title"));
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), words);
  return row;
}

static void
show_checks (YcSealLine *self)
{
  GListModel *checks = yc_verification_get_checks (self->verification);

  yc_children_remove (GTK_WIDGET (self->checks));
  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (YcVerdictCheck) check = g_list_model_get_item (checks, i);

      gtk_box_append (self->checks, create_check_row (check));
    }
}

/* In groups that can be read out over the telephone: two lines of four. */
static void
show_fingerprint (YcSealLine *self, GBytes *pdf)
{
  g_autofree char *digits = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; digits[i] != '\0'; i += 8)
    g_string_append_printf (words, "%s%.8s", i == 0 ? "" : i == 32 ? "\n" : " ", digits + i);
  gtk_label_set_text (self->fingerprint, words->str);
}

/* @style: (nullable): a class that the stylesheet knows for good */
static void
set_look (YcSealLine *self, const char *icon_name, const char *style)
{
  gtk_image_set_from_icon_name (self->icon, icon_name);
  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  self->style = style;
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);
}

/* Whose seal, and when. */
static void
show_signer (YcSealLine *self)
{
  const char *name = yc_verification_get_signer (self->verification);
  GDateTime *signed_at = yc_verification_get_signed_at (self->verification);
  g_autofree char *moment = signed_at != NULL ? yc_words_moment (signed_at) : NULL;
  g_autofree char *signer = yc_words_join (
      yc_verification_get_sample (self->verification) ? _ ("Sample seal, for training only") : "",
      name != NULL ? name : "", moment != NULL ? moment : "", NULL);

  gtk_label_set_text (self->signer, signer);
}

static void
show_verification (YcSealLine *self)
{
  g_autofree char *explanation = g_strjoin ("\n", yc_verification_get_sentence (self->verification),
                                            yc_verification_get_advice (self->verification), NULL);

  set_look (self, yc_verification_look_get_icon (self->verification),
            yc_verification_look_get_style (self->verification));
  gtk_label_set_text (self->title, yc_verification_get_title (self->verification));
  gtk_label_set_text (self->explanation, explanation);
  show_signer (self);
  show_checks (self);
}

static void
set_verification (YcSealLine *self, YcVerification *verification)
{
  if (!g_set_object (&self->verification, verification))
    return;
  if (verification != NULL)
    show_verification (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERIFICATION]);
}

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YcSealLine *self = YC_SEAL_LINE (object);
  g_autoptr (YcVerification) verification = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another document is being checked. */
  if (verification == NULL)
    return;
  g_clear_object (&self->cancellable);
  set_verification (self, verification);
}

static void
yc_seal_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YcSealLine *self = YC_SEAL_LINE (object);

  switch ((YcSealLineProperty) prop_id)
    {
    case PROP_VERIFICATION:
      g_value_set_object (value, self->verification);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_seal_line_dispose (GObject *object)
{
  YcSealLine *self = YC_SEAL_LINE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->verification);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_seal_line_parent_class)->dispose (object);
}

static void
yc_seal_line_class_init (YcSealLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yc_seal_line_dispose;
  object_class->get_property = yc_seal_line_get_property;
  properties[PROP_VERIFICATION] =
      g_param_spec_object ("verification", NULL, NULL, YC_TYPE_VERIFICATION,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/preview/yc-seal-line.ui");
  gtk_widget_class_bind_template_child (widget_class, YcSealLine, content);
  gtk_widget_class_bind_template_child (widget_class, YcSealLine, icon);
  gtk_widget_class_bind_template_child (widget_class, YcSealLine, title);
  gtk_widget_class_bind_template_child (widget_class, YcSealLine, signer);
  gtk_widget_class_bind_template_child (widget_class, YcSealLine, explanation);
  gtk_widget_class_bind_template_child (widget_class, YcSealLine, checks);
  gtk_widget_class_bind_template_child (widget_class, YcSealLine, fingerprint);
  gtk_widget_class_set_css_name (widget_class, "sealline");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_seal_line_init (YcSealLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
yc_seal_line_new (void)
{
  return g_object_new (YC_TYPE_SEAL_LINE, NULL);
}

void
yc_seal_line_check (YcSealLine *self, GBytes *pdf, YcTrust *trust)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (YC_IS_SEAL_LINE (self));
  g_return_if_fail (trust == NULL || YC_IS_TRUST (trust));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* Never what was found of the last document over this one. */
  set_verification (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), pdf != NULL);
  if (pdf == NULL)
    return;
  set_look (self, "content-loading-symbolic", NULL);
  gtk_label_set_text (self->title, _ ("Checking the seal…"));
  gtk_label_set_text (self->signer, "");
  show_fingerprint (self, pdf);
  question = g_new0 (Question, 1);
  question->pdf = g_bytes_ref (pdf);
  question->trust = trust != NULL ? g_object_ref (trust) : NULL;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, checked_cb, NULL);
  g_task_set_source_tag (task, yc_seal_line_check);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, check_in_thread);
}

YcVerification *
yc_seal_line_get_verification (YcSealLine *self)
{
  g_return_val_if_fail (YC_IS_SEAL_LINE (self), NULL);

  return self->verification;
}
