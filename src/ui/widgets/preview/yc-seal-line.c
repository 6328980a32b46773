/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the seal of a document is worth, in one line, with every check behind it. */
#include "yc-seal-line.h"

#include "yc-certificate-verifier.h"
#include "yc-children.h"
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

  YcVerdict    *verdict;
  GCancellable *cancellable;
};

typedef enum
{
  PROP_VERDICT = 1,
  N_PROPS
} YcSealLineProperty;

typedef struct
{
  GBytes  *pdf;
  YcTrust *trust;
} Question;

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *icon_name;
  const char *style;
} looks[] = {
  [YC_VERDICT_GENUINE] = { "yc-mark-done-symbolic", "seal-good" },
  [YC_VERDICT_CHANGED] = { "dialog-error-symbolic", "seal-bad" },
  [YC_VERDICT_UNTRUSTED] = { "dialog-warning-symbolic", "seal-doubtful" },
  [YC_VERDICT_NOT_SIGNED] = { "dialog-warning-symbolic", "seal-doubtful" },
  [YC_VERDICT_EXPIRED_SIGNER] = { "dialog-warning-symbolic", "seal-doubtful" },
  [YC_VERDICT_BROKEN] = { "dialog-error-symbolic", "seal-bad" },
  [YC_VERDICT_EXTENDED] = { "dialog-error-symbolic", "seal-bad" },
};

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

  g_task_return_pointer (task, yc_certificate_verify (question->pdf, question->trust, NULL),
                         g_object_unref);
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
  GListModel *checks = yc_verdict_get_checks (self->verdict);

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

static void
set_look (YcSealLine *self, const char *icon_name, const char *style)
{
  gtk_image_set_from_icon_name (self->icon, icon_name);
  for (gsize i = YC_VERDICT_GENUINE; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].style);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);
}

static void
show_verdict (YcSealLine *self)
{
  YcVerdictState state = yc_verdict_get_state (self->verdict);
  GDateTime *signed_at = yc_verdict_get_signed_at (self->verdict);
  g_autofree char *moment = signed_at != NULL ? yc_words_moment (signed_at) : NULL;
  g_autofree char *signer = yc_words_join (
      yc_verdict_get_sample (self->verdict) ? _ ("Sample seal, for training only") : "",
      yc_verdict_get_signer (self->verdict) != NULL ? yc_verdict_get_signer (self->verdict) : "",
      moment != NULL ? moment : "", NULL);

  set_look (self, looks[state].icon_name, looks[state].style);
  gtk_label_set_text (self->title, yc_verdict_get_title (self->verdict));
  gtk_label_set_text (self->signer, signer);
  gtk_label_set_text (self->explanation, yc_verdict_get_explanation (self->verdict));
  show_checks (self);
}

static void
set_verdict (YcSealLine *self, YcVerdict *verdict)
{
  if (!g_set_object (&self->verdict, verdict))
    return;
  if (verdict != NULL)
    show_verdict (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
}

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YcSealLine *self = YC_SEAL_LINE (object);
  g_autoptr (YcVerdict) verdict = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another document is being checked. */
  if (verdict == NULL)
    return;
  g_clear_object (&self->cancellable);
  set_verdict (self, verdict);
}

static void
yc_seal_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YcSealLine *self = YC_SEAL_LINE (object);

  switch ((YcSealLineProperty) prop_id)
    {
    case PROP_VERDICT:
      g_value_set_object (value, self->verdict);
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
  g_clear_object (&self->verdict);
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
  properties[PROP_VERDICT] =
      g_param_spec_object ("verdict", NULL, NULL, YC_TYPE_VERDICT,
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
  /* Never the last document's verdict over this one. */
  set_verdict (self, NULL);
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

YcVerdict *
yc_seal_line_get_verdict (YcSealLine *self)
{
  g_return_val_if_fail (YC_IS_SEAL_LINE (self), NULL);

  return self->verdict;
}
