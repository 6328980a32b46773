/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft as a page to be read: the item, the applicant, the filled form. It follows the draft as
 * long as it is on screen, and has nothing on it that a citizen must not read. */
#include "yc-case-paper.h"

#include "yc-children.h"
#include "yc-form-paper.h"

#include <glib/gi18n-lib.h>

/* Milliseconds: not every letter of a long form is written anew. */
#define PATIENCE 120

struct _YcCasePaper
{
  AdwBin parent_instance;

  GtkLabel    *title;
  GtkGrid     *person;
  GtkWidget   *paper;
  YcCaseDraft *draft;
  guint        write_id;
};

G_DEFINE_FINAL_TYPE (YcCasePaper, yc_case_paper, ADW_TYPE_BIN)

static GtkWidget *
create_cell (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
write_line (YcCasePaper *self, int row, const char *title, const char *text)
{
  GtkWidget *label = create_cell (title, "paper-title");

  yc_form_paper_align (YC_FORM_PAPER (self->paper), label);
  gtk_grid_attach (self->person, label, 0, row, 1, 1);
  gtk_grid_attach (self->person, create_cell (text, "paper-value"), 1, row, 1, 1);
}

static void
write_person (YcCasePaper *self)
{
  YcCitizen *citizen = yc_case_draft_get_citizen (self->draft);
  const struct
  {
    const char *title;
    const char *text;
  } lines[] = {
    { _ ("Name"), yc_citizen_get_name (citizen) },
    { _ ("ID number"), yc_citizen_get_id_number (citizen) },
    { _ ("Mobile"), yc_citizen_get_mobile (citizen) },
    { _ ("Address"), yc_citizen_get_address (citizen) },
    { _ ("E-mail"), yc_citizen_get_email (citizen) },
  };

  yc_children_remove (GTK_WIDGET (self->person));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (*lines[i].text != '\0')
      write_line (self, (int) i, lines[i].title, lines[i].text);
}

static void
write_all (YcCasePaper *self)
{
  if (self->draft == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_label_set_text (self->title, yc_case_draft_get_item_title (self->draft));
  write_person (self);
  yc_form_paper_set_form (YC_FORM_PAPER (self->paper), yc_case_draft_get_form (self->draft), NULL);
}

static gboolean
write_cb (gpointer user_data)
{
  YcCasePaper *self = user_data;

  self->write_id = 0;
  write_all (self);

  return G_SOURCE_REMOVE;
}

static void
draft_changed_cb (YcCasePaper *self)
{
  if (self->write_id == 0)
    self->write_id = g_timeout_add (PATIENCE, write_cb, self);
}

static void
yc_case_paper_dispose (GObject *object)
{
  g_clear_handle_id (&YC_CASE_PAPER (object)->write_id, g_source_remove);
  yc_case_paper_set_draft (YC_CASE_PAPER (object), NULL);

  G_OBJECT_CLASS (yc_case_paper_parent_class)->dispose (object);
}

static void
yc_case_paper_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_case_paper_parent_class)->map (widget);

  write_all (YC_CASE_PAPER (widget));
}

static void
yc_case_paper_class_init (YcCasePaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_case_paper_dispose;
  widget_class->map = yc_case_paper_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-case-paper.ui");
  gtk_widget_class_bind_template_child (widget_class, YcCasePaper, title);
  gtk_widget_class_bind_template_child (widget_class, YcCasePaper, person);
  gtk_widget_class_bind_template_child (widget_class, YcCasePaper, paper);
}

static void
yc_case_paper_init (YcCasePaper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_case_paper_new:
 *
 * Returns: an empty page
 */
GtkWidget *
yc_case_paper_new (void)
{
  return g_object_new (YC_TYPE_CASE_PAPER, NULL);
}

/**
 * yc_case_paper_set_draft:
 * @self: the page
 * @draft: (nullable): what is on it
 */
void
yc_case_paper_set_draft (YcCasePaper *self, YcCaseDraft *draft)
{
  g_return_if_fail (YC_IS_CASE_PAPER (self));

  if (self->draft == draft)
    return;

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  if (draft != NULL)
    g_signal_connect_swapped (draft, "changed", G_CALLBACK (draft_changed_cb), self);
  write_all (self);
}

/**
 * yc_case_paper_find:
 * @self: the page
 * @pointer: JSON Pointer of a field
 *
 * Returns: (transfer none) (nullable): where it is written
 */
GtkWidget *
yc_case_paper_find (YcCasePaper *self, const char *pointer)
{
  g_return_val_if_fail (YC_IS_CASE_PAPER (self), NULL);

  return yc_form_paper_find (YC_FORM_PAPER (self->paper), pointer);
}
