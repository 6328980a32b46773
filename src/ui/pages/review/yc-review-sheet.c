/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the reviewer reads it: applicant, earlier returns, materials, form with differences. */
#include "yc-review-sheet.h"

#include "yc-case-contents.h"
#include "yc-children.h"
#include "yc-delivery-duties.h"
#include "yc-desk-delivery.h"
#include "yc-draft-material.h"
#include "yc-form-paper.h"
#include "yc-id-number.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

/* Characters; the states of the materials stand in one column. */
#define MATERIAL_WIDTH 30

struct _YcReviewSheet
{
  GtkWidget parent_instance;

  YcCase *a_case;
  YcCatalog *catalog;
  GtkWidget *scrolled;
  GtkLabel *title;
  GtkWidget *look;
  GtkLabel *number;
  GtkLabel *applicant;
  GtkLabel *wish;
  YcDeliveryDuties *duties;
  GtkBox *returns;
  GtkBox *materials;
  GtkLabel *differences;
  YcFormPaper *paper;
  gboolean show_person;
};

G_DEFINE_FINAL_TYPE (YcReviewSheet, yc_review_sheet, GTK_TYPE_WIDGET)

static GtkLabel *
append_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
show_applicant (YcReviewSheet *self)
{
  const char *id_number = yc_case_contents_get_applicant (self->a_case, "id_number");
  const char *mobile = yc_case_contents_get_applicant (self->a_case, "mobile");
  const char *address = yc_case_contents_get_applicant (self->a_case, "address");
  g_autofree char *id_text = NULL;
  g_autofree char *mobile_text = NULL;
  g_autofree char *line = NULL;

  if (id_number != NULL)
    id_text = self->show_person ? g_strdup (id_number) : yc_id_number_mask (id_number);
  if (mobile != NULL)
    mobile_text = self->show_person ? g_strdup (mobile) : yc_mobile_mask (mobile);
  line = yc_words_join (yc_case_get_applicant_name (self->a_case),
                        id_text != NULL ? id_text : "–", mobile_text, NULL);
  if (address != NULL && *address != '\0')
    {
      g_autofree char *with_address = g_strdup_printf ("%s\n%s", line, address);

      gtk_label_set_text (self->applicant, with_address);
    }
  else
    gtk_label_set_text (self->applicant, line);
}

/* What the applicant agreed to, before it goes out by itself with the approval. */
static void
show_wish (YcReviewSheet *self, YcDesk *desk)
{
  g_auto (GStrv) channels = yc_case_contents_dup_channels (self->a_case);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->wish), channels != NULL);
  if (channels == NULL)
    return;
  for (guint i = 0; channels[i] != NULL; i++)
    g_strv_builder_add (builder,
                        yc_delivery_channels_get_title (yc_desk_get_delivery_channels (desk),
                                                        channels[i]));
  titles = g_strv_builder_end (builder);
  joined = g_strjoinv (_ (", "), titles);
  words = *joined != '\0'
            ? g_strdup_printf (_ ("The applicant agrees to be sent the certificate by: %s"), joined)
            : g_strdup (_ ("The applicant does not want to be sent the certificate."));
  gtk_label_set_text (self->wish, words);
}

static void
append_return (YcReviewSheet *self, YcCaseReturn *one)
{
  g_autofree char *when = yc_words_moment (yc_case_return_get_at (one));
  g_autofree char *head = NULL;
  const char *note = yc_case_return_get_note (one);

  head = yc_words_join (_ ("Returned"), when, yc_case_return_get_by_name (one),
                        yc_cause_get_title (yc_case_return_get_cause (one)),
                        yc_case_return_get_reason_title (one), NULL);
  append_label (self->returns, head, "heading");
  if (note != NULL && *note != '\0')
    append_label (self->returns, note, NULL);
}

static void
show_returns (YcReviewSheet *self)
{
  g_autoptr (GListModel) returns = yc_case_contents_create_returns (self->a_case);
  guint n_returns = g_list_model_get_n_items (returns);

  yc_children_remove (GTK_WIDGET (self->returns));
  gtk_widget_set_visible (GTK_WIDGET (self->returns), n_returns > 0);
  for (guint i = 0; i < n_returns; i++)
    {
      g_autoptr (YcCaseReturn) one = g_list_model_get_item (returns, i);

      append_return (self, one);
    }
}

static gboolean
is_handed_in (const char *status)
{
  return status != NULL && g_strcmp0 (status, "missing") != 0;
}

/* (transfer full): what a question list does not ask for, and which one that is. */
static char *
dup_waiver_words (YcReviewSheet *self, YcMaterial *material)
{
  const char *id = yc_case_contents_get_waiver (self->a_case, yc_material_get_id (material));
  YcQuestionList *list = id != NULL ? yc_catalog_get_list (self->catalog, id) : NULL;

  if (list == NULL)
    return g_strdup (yc_material_status_get_title (YC_MATERIAL_WAIVED));
  /* Translators: of a material; a question list */
  return g_strdup_printf (_ ("Not asked for by the list “%s”"), yc_question_list_get_title (list));
}

/* (transfer full): what is asked for only in a certain case is not missing: the case is named, and
 * the reviewer judges whether it is given. */
static char *
dup_status_words (YcReviewSheet *self, YcMaterial *material, const char *status)
{
  const char *condition = yc_material_get_condition (material);
  YcMaterialStatus known;

  if (g_strcmp0 (status, "waived") == 0)
    return dup_waiver_words (self, material);
  if (!is_handed_in (status) && *condition != '\0')
    return g_strdup_printf (_ ("Not handed in (%s)"), condition);
  if (!yc_material_status_from_string (status, &known))
    return g_strdup (_ ("Not handed in"));
  return g_strdup (yc_material_status_get_title (known));
}

static GtkWidget *
create_mark (gboolean handed_in, const char *words)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (handed_in ? "yc-mark-done-symbolic"
                                                            : "yc-mark-empty-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return icon;
}

/* (transfer full): as it was in the try before; what was another variant then is named. */
static char *
dup_words_before (YcReviewSheet *self, YcMaterial *material, const char *status)
{
  YcMaterial *now = yc_case_contents_pick_material (self->a_case, material);
  YcMaterial *before = yc_case_contents_pick_earlier_material (self->a_case, material);
  g_autofree char *words = dup_status_words (self, before, status);

  return now == before ? g_steal_pointer (&words)
                       : yc_words_join (yc_material_get_title (before), words, NULL);
}

static void
append_material (YcReviewSheet *self, YcMaterial *material)
{
  const char *id = yc_material_get_id (material);
  YcMaterial *picked = yc_case_contents_pick_material (self->a_case, material);
  const char *now = yc_case_contents_get_material (self->a_case, id);
  const char *before = yc_case_contents_get_earlier_material (self->a_case, id);
  gboolean changed =
      before != NULL &&
      (g_strcmp0 (before, now) != 0 ||
       picked != yc_case_contents_pick_earlier_material (self->a_case, material));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkLabel *title;
  g_autofree char *words = dup_status_words (self, picked, now);
  g_autofree char *words_before = dup_words_before (self, material, before);
  g_autofree char *status = NULL;

  gtk_box_append (GTK_BOX (row), create_mark (is_handed_in (now), words));
  title = append_label (GTK_BOX (row), yc_material_get_title (picked), NULL);
  gtk_label_set_width_chars (title, MATERIAL_WIDTH);
  status = changed ? g_strdup_printf (_ ("%s (before: %s)"), words, words_before)
                   : g_strdup (words);
  append_label (GTK_BOX (row), status, changed ? "changed" : "dim-label");
  gtk_box_append (self->materials, row);
}

static void
show_materials (YcReviewSheet *self, YcItem *item)
{
  GListModel *materials = item != NULL ? yc_item_get_materials (item) : NULL;
  guint n_materials = materials != NULL ? g_list_model_get_n_items (materials) : 0;

  yc_children_remove (GTK_WIDGET (self->materials));
  for (guint i = 0; i < n_materials; i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (materials, i);

      append_material (self, material);
    }
}

static void
show_form (YcReviewSheet *self, YcForm *form, YcForm *earlier)
{
  guint n_differences;
  g_autofree char *words = NULL;

  yc_form_paper_set_form (self->paper, form, earlier);
  n_differences = yc_form_paper_get_n_differences (self->paper);
  gtk_widget_set_visible (GTK_WIDGET (self->differences), earlier != NULL);
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u field differs from the try before",
                                        "%u fields differ from the try before", n_differences),
                           n_differences);
  gtk_label_set_text (self->differences, words);
}

static GtkBox *
append_section (GtkBox *box, const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (title != NULL)
    append_label (box, title, "section-title");
  gtk_box_append (box, section);
  return GTK_BOX (section);
}

/* The button does what Ctrl+Shift+P does. */
static void
append_title (YcReviewSheet *self, GtkBox *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (box, line);
  self->title = append_label (GTK_BOX (line), NULL, "title-2");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->look = gtk_button_new_with_label (_ ("Preview the certificate"));
  gtk_widget_set_valign (self->look, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->look), "win.look");
  gtk_box_append (GTK_BOX (line), self->look);
}

static void
create_contents (YcReviewSheet *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));

  append_title (self, box);
  self->number = append_label (box, NULL, "dim-label");
  self->applicant = append_label (box, NULL, NULL);
  self->wish = append_label (box, NULL, NULL);
  self->duties = g_object_new (YC_TYPE_DELIVERY_DUTIES, NULL);
  gtk_box_append (box, GTK_WIDGET (self->duties));
  self->returns = append_section (box, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->returns), "earlier-returns");
  self->materials = append_section (box, _ ("Materials"));
  append_label (box, _ ("Form"), "section-title");
  self->differences = append_label (box, NULL, "changed");
  self->paper = YC_FORM_PAPER (yc_form_paper_new ());
  yc_form_paper_set_masked (self->paper, TRUE);
  gtk_box_append (box, GTK_WIDGET (self->paper));
  gtk_widget_add_css_class (GTK_WIDGET (box), "page-work");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (box));
}

static void
yc_review_sheet_dispose (GObject *object)
{
  YcReviewSheet *self = YC_REVIEW_SHEET (object);

  g_clear_object (&self->a_case);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_review_sheet_parent_class)->dispose (object);
}

static void
yc_review_sheet_class_init (YcReviewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_review_sheet_dispose;
  gtk_widget_class_set_css_name (widget_class, "reviewsheet");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_review_sheet_init (YcReviewSheet *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  create_contents (self);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * yc_review_sheet_new:
 *
 * Returns: an empty sheet
 */
GtkWidget *
yc_review_sheet_new (void)
{
  return g_object_new (YC_TYPE_REVIEW_SHEET, NULL);
}

void
yc_review_sheet_set_case (YcReviewSheet *self,
                          YcDesk        *desk,
                          YcCase        *a_case,
                          YcForm        *form,
                          YcForm        *earlier)
{
  YcItem *item;
  g_autofree char *submitted = NULL;
  g_autofree char *number = NULL;

  g_return_if_fail (YC_IS_REVIEW_SHEET (self));
  g_return_if_fail (YC_IS_CASE (a_case));

  g_set_object (&self->a_case, a_case);
  g_set_object (&self->catalog, yc_desk_get_catalog (desk));
  item = yc_catalog_get_item (self->catalog, yc_case_get_item_code (a_case));
  submitted = yc_words_moment (yc_case_get_submitted_at (a_case));
  number = yc_words_join (yc_case_get_number (a_case), yc_case_get_clerk_name (a_case), submitted,
                          NULL);
  gtk_label_set_text (self->title, yc_case_get_item_title (a_case));
  gtk_widget_set_visible (self->look, item != NULL && yc_item_get_template_id (item) != NULL);
  gtk_label_set_text (self->number, number);
  show_applicant (self);
  show_wish (self, desk);
  yc_delivery_duties_show (self->duties, desk, item, form);
  show_returns (self);
  show_materials (self, item);
  yc_form_paper_set_attachments (self->paper, yc_desk_get_attachments (desk));
  show_form (self, form, earlier);
}

void
yc_review_sheet_show_person (YcReviewSheet *self, gboolean show)
{
  g_return_if_fail (YC_IS_REVIEW_SHEET (self));

  self->show_person = show;
  yc_form_paper_set_masked (self->paper, !show);
  if (self->a_case != NULL)
    show_applicant (self);
}
