/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of an issued certificate beside its sheet: numbers, version, term, what became of
 * it. With the line down it says what the desk knows itself, and the rest when the line is back. */
#include "yc-certificate-facts.h"

#include "yc-children.h"
#include "yc-desk-certificate.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcCertificateFacts
{
  GtkWidget parent_instance;

  YcDesk *desk;
  char *serial;
  char *case_number;
  YcCertificateState state;
  YcCertificateDetails *details;
  GCancellable *cancellable;
  GtkLabel *standing;
  GtkLabel *numbers;
  GtkLabel *course;
};

G_DEFINE_FINAL_TYPE (YcCertificateFacts, yc_certificate_facts, GTK_TYPE_WIDGET)

static void
add_line (GString *lines, char *line)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
  g_free (line);
}

/* What the number says, as far as it is known. */
static void
add_details (GString *lines, YcCertificateDetails *details)
{
  const char *identifier = yc_certificate_details_get_identifier (details);
  const char *replaces = yc_certificate_details_get_replaces (details);
  const char *until = yc_certificate_details_get_valid_until (details);

  if (identifier != NULL)
    add_line (lines, g_strdup_printf (_ ("Identifier %s"), identifier));
  if (replaces != NULL)
    add_line (lines, g_strdup_printf (_ ("Version %u, in place of %s"),
                                      yc_certificate_details_get_version (details), replaces));
  if (until != NULL)
    add_line (lines, g_strdup_printf (_ ("Last day %s"), until));
}

static void
show_numbers (YcCertificateFacts *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (self->serial != NULL)
    add_line (lines, g_strdup_printf (_ ("Serial number %s\nCase %s"), self->serial,
                                      self->case_number));
  if (self->details != NULL)
    add_details (lines, self->details);
  gtk_label_set_text (self->numbers, lines->str);
}

static const char *
describe_action (YcCertificateAction action)
{
  switch (action)
    {
    case YC_CERTIFICATE_ACTION_VOID:
      return _ ("Made void");
    case YC_CERTIFICATE_ACTION_REPLACE:
      return _ ("Replaced by a mended version");
    case YC_CERTIFICATE_ACTION_REISSUE:
      return _ ("Issued again");
    case YC_CERTIFICATE_ACTION_PRINT:
    default:
      return _ ("Issued");
    }
}

/* When and by whom, then what and why. */
static char *
describe_change (const YcCertificateChange *change)
{
  g_autofree char *moment = change->at != NULL ? yc_words_moment (change->at) : g_strdup ("");
  g_autofree char *what =
    yc_words_join (describe_action (change->action),
                   change->reason != 0 ? yc_change_reason_get_title (change->reason) : "",
                   change->note != NULL ? change->note : "", NULL);
  g_autofree char *who = yc_words_join (moment, change->by, NULL);

  return g_strdup_printf ("%s\n%s", who, what);
}

/* That it was issued says the sheet itself. */
static void
show_course (YcCertificateFacts *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = self->details != NULL ? yc_certificate_details_get_n_changes (self->details) : 0;

  for (guint i = 0; n > 1 && i < n; i++)
    add_line (lines, describe_change (yc_certificate_details_get_change (self->details, i)));
  gtk_label_set_text (self->course, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->course), lines->len > 0);
}

/* What is in force needs no word. */
static void
show_standing (YcCertificateFacts *self)
{
  YcCertificateState state = self->details != NULL
                               ? yc_certificate_details_get_state (self->details) : self->state;
  gboolean said = self->serial != NULL && state != YC_CERTIFICATE_VALID;

  gtk_label_set_text (self->standing, said ? yc_certificate_state_get_title (state) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->standing), said);
}

static void
update (YcCertificateFacts *self)
{
  show_standing (self);
  show_numbers (self);
  show_course (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcCertificateFacts) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCertificateDetails) details =
    yc_desk_load_certificate_details_finish (YC_DESK (source), result, &error);

  /* Cancelled: another one is looked at. With the line down: asked once more when it is back. */
  if (details == NULL || self->numbers == NULL ||
      g_strcmp0 (yc_certificate_details_get_serial (details), self->serial) != 0)
    return;
  g_set_object (&self->details, details);
  update (self);
}

static void
stop (YcCertificateFacts *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (YcCertificateFacts *self)
{
  stop (self);
  if (self->serial == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  yc_desk_load_certificate_details_async (self->desk, self->serial, self->cancellable, loaded_cb,
                                          g_object_ref (self));
}

static void
online_cb (YcCertificateFacts *self)
{
  if (yc_line_get_online (yc_desk_get_line (self->desk)))
    load (self);
}

static void
yc_certificate_facts_dispose (GObject *object)
{
  YcCertificateFacts *self = YC_CERTIFICATE_FACTS (object);

  stop (self);
  self->numbers = NULL;
  g_clear_object (&self->details);
  g_clear_object (&self->desk);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_certificate_facts_parent_class)->dispose (object);
}

static void
yc_certificate_facts_finalize (GObject *object)
{
  YcCertificateFacts *self = YC_CERTIFICATE_FACTS (object);

  g_free (self->serial);
  g_free (self->case_number);

  G_OBJECT_CLASS (yc_certificate_facts_parent_class)->finalize (object);
}

static void
yc_certificate_facts_class_init (YcCertificateFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_certificate_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_certificate_facts_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (YcCertificateFacts *self, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (label, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (label), FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  gtk_widget_set_parent (GTK_WIDGET (label), GTK_WIDGET (self));
  return label;
}

static void
yc_certificate_facts_init (YcCertificateFacts *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->state = YC_CERTIFICATE_VALID;
  self->standing = add_label (self, "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->standing), "heading");
  self->numbers = add_label (self, NULL);
  gtk_label_set_wrap_mode (self->numbers, PANGO_WRAP_CHAR);
  self->course = add_label (self, "field-title");
  update (self);
}

GtkWidget *
yc_certificate_facts_new (void)
{
  return g_object_new (YC_TYPE_CERTIFICATE_FACTS, NULL);
}

void
yc_certificate_facts_set_desk (YcCertificateFacts *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_CERTIFICATE_FACTS (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (yc_desk_get_line (desk), "notify::online", G_CALLBACK (online_cb), self,
                           G_CONNECT_SWAPPED);
}

void
yc_certificate_facts_set_brief (YcCertificateFacts *self)
{
  g_return_if_fail (YC_IS_CERTIFICATE_FACTS (self));

  gtk_widget_set_visible (GTK_WIDGET (self->numbers), FALSE);
}

void
yc_certificate_facts_show (YcCertificateFacts *self,
                           const char         *serial,
                           const char         *case_number,
                           YcCertificateState  state)
{
  g_return_if_fail (YC_IS_CERTIFICATE_FACTS (self));
  g_return_if_fail (self->desk != NULL);

  /* What was fetched may be older than what the desk knows now. */
  if (g_strcmp0 (self->serial, serial) != 0 || self->state != state)
    g_clear_object (&self->details);
  g_free (self->serial);
  self->serial = g_strdup (serial);
  g_free (self->case_number);
  self->case_number = g_strdup (case_number);
  self->state = state;
  update (self);
  load (self);
}
