/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clerks, items or reasons with their numbers against the ten-percent line. */
#include "yc-returns-table.h"

#include "yc-children.h"
#include "yc-rate-bar.h"

#include <glib/gi18n-lib.h>

struct _YcReturnsTable
{
  GtkWidget parent_instance;

  YcReturnsTableKind kind;
  GtkLabel *heading;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (YcReturnsTable, yc_returns_table, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_heading (YcReturnsTableKind kind)
{
  switch (kind)
    {
    case YC_RETURNS_TABLE_ITEMS:
      return _ ("Items: returns because of the standard");
    case YC_RETURNS_TABLE_REASONS:
      return _ ("Reasons");
    case YC_RETURNS_TABLE_CLERKS:
    default:
      return _ ("Clerks: returns because of the counter");
    }
}

static const char *
get_verdict_words (YcTenPercentVerdict verdict, YcReturnsTableKind kind)
{
  switch (verdict)
    {
    case YC_TEN_PERCENT_OVER:
      return kind == YC_RETURNS_TABLE_ITEMS ? _ ("Over 10 %: redraft") : _ ("Over 10 %: retrain");
    case YC_TEN_PERCENT_WITHIN:
      return _ ("Within 10 %");
    case YC_TEN_PERCENT_TOO_SMALL:
    default:
      return _ ("Too few to judge");
    }
}

static GtkWidget *
create_label (const char *text, const char *style, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
append_number (GtkWidget *box, char *text, int width)
{
  GtkWidget *label = create_label (text, "numeric", 1);

  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_box_append (GTK_BOX (box), label);
  g_free (text);
}

static const char *
get_verdict_style (YcTenPercentVerdict verdict)
{
  return verdict == YC_TEN_PERCENT_OVER ? "error" : "dim-label";
}

static void
append_rate (GtkWidget *box, YcReturnsRow *row)
{
  guint intake = yc_returns_row_get_intake (row);
  guint counted = yc_returns_row_get_counted (row);

  append_number (box, g_strdup_printf ("%u / %u", counted, intake), 8);
  append_number (box, g_strdup_printf ("%.1f %%", intake > 0 ? 100.0 * counted / intake : 0.0), 7);
  gtk_box_append (GTK_BOX (box),
                  yc_rate_bar_new (intake, counted, yc_returns_row_get_verdict (row)));
}

static void
append_cause (GtkWidget *box, YcReturnsRow *row)
{
  YcCause cause = yc_returns_row_get_cause (row);

  gtk_box_append (GTK_BOX (box), create_label (yc_cause_get_title (cause), "dim-label", 0));
  append_number (box, g_strdup_printf ("%u", yc_returns_row_get_returns (row)), 5);
}

static char *
describe (YcReturnsRow *row, YcReturnsTableKind kind)
{
  if (kind == YC_RETURNS_TABLE_REASONS)
    return g_strdup_printf (_ ("%s: %u returns"), yc_returns_row_get_title (row),
                            yc_returns_row_get_returns (row));
  return g_strdup_printf (_ ("%s: %u of %u, %s"), yc_returns_row_get_title (row),
                          yc_returns_row_get_counted (row), yc_returns_row_get_intake (row),
                          get_verdict_words (yc_returns_row_get_verdict (row), kind));
}

/* The name, and under it what the rule says of it. */
static GtkWidget *
create_title (YcReturnsRow *row, YcReturnsTableKind kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = create_label (yc_returns_row_get_title (row), NULL, 0);
  YcTenPercentVerdict verdict = yc_returns_row_get_verdict (row);
  GtkWidget *words;

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  if (kind != YC_RETURNS_TABLE_REASONS)
    {
      words = create_label (get_verdict_words (verdict, kind), get_verdict_style (verdict), 0);
      gtk_widget_add_css_class (words, "caption");
      gtk_box_append (GTK_BOX (box), words);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  YcReturnsTable *self = user_data;
  YcReturnsRow *row = item;
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *description = describe (row, self->kind);

  gtk_box_append (GTK_BOX (box), create_title (row, self->kind));
  if (self->kind == YC_RETURNS_TABLE_REASONS)
    append_cause (box, row);
  else
    append_rate (box, row);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  g_object_set_data_full (G_OBJECT (list_row), "row", g_object_ref (row), g_object_unref);
  return list_row;
}

static void
row_activated_cb (YcReturnsTable *self, GtkListBoxRow *list_row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, g_object_get_data (G_OBJECT (list_row), "row"));
}

static void
yc_returns_table_dispose (GObject *object)
{
  yc_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (yc_returns_table_parent_class)->dispose (object);
}

static void
yc_returns_table_class_init (YcReturnsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_returns_table_dispose;
  gtk_widget_class_set_css_name (widget_class, "returnstable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         YC_TYPE_RETURNS_ROW);
}

static void
yc_returns_table_init (YcReturnsTable *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->heading = GTK_LABEL (create_label (NULL, "heading", 0));
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, create_label (_ ("None in this period"), "dim-label",
                                                          0.5));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/**
 * yc_returns_table_new:
 * @kind: what the rows stand for
 *
 * Returns: an empty table
 */
GtkWidget *
yc_returns_table_new (YcReturnsTableKind kind)
{
  YcReturnsTable *self = g_object_new (YC_TYPE_RETURNS_TABLE, NULL);

  self->kind = kind;
  gtk_label_set_text (self->heading, get_heading (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_heading (kind), -1);
  return GTK_WIDGET (self);
}

/**
 * yc_returns_table_set_model:
 * @self: the table
 * @model: of #YcReturnsRow
 */
void
yc_returns_table_set_model (YcReturnsTable *self, GListModel *model)
{
  g_return_if_fail (YC_IS_RETURNS_TABLE (self));
  g_return_if_fail (G_IS_LIST_MODEL (model));

  gtk_list_box_bind_model (self->list, model, create_row_cb, self, NULL);
}
