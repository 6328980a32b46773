/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filled form to be read, not typed in: for the citizen before sending, for the reviewer after.
 * Shown beside an earlier try, it marks what is different and says what stood there before. */
#include "yc-form-paper.h"

#include "yc-attachment-tiles.h"
#include "yc-children.h"
#include "yc-form-places.h"
#include "yc-id-number.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More do not fit beside each other in large type. */
#define MAX_COLUMNS 6

struct _YcFormPaper
{
  GtkWidget parent_instance;

  GtkWidget    *box;
  GtkSizeGroup *titles;
  GHashTable   *lines;
  YcAttachments *attachments;   /* NULL: files are written down, not shown */
  GPtrArray    *secrets;
  gboolean      masked;
  guint         n_differences;
};

/* A label with somebody's number, which not everybody around has to read. */
typedef struct
{
  GtkLabel *label;
  char     *whole;
  char     *masked;
} Secret;

/* Where the next field goes: the grid being filled and its next row. */
typedef struct
{
  YcFormPaper *paper;
  YcForm      *earlier;
  GtkGrid     *grid;
  int          row;
} Pen;

G_DEFINE_FINAL_TYPE (YcFormPaper, yc_form_paper, GTK_TYPE_WIDGET)

static void
secret_free (Secret *secret)
{
  g_free (secret->whole);
  g_free (secret->masked);
  g_free (secret);
}

static void
show_secret (YcFormPaper *self, Secret *secret)
{
  gtk_label_set_text (secret->label, self->masked ? secret->masked : secret->whole);
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkGrid *
get_grid (Pen *pen)
{
  if (pen->grid == NULL)
    {
      pen->grid = GTK_GRID (gtk_grid_new ());
      pen->row = 0;
      gtk_grid_set_column_spacing (pen->grid, 18);
      gtk_widget_add_css_class (GTK_WIDGET (pen->grid), "paper-fields");
      gtk_box_append (GTK_BOX (pen->paper->box), GTK_WIDGET (pen->grid));
    }

  return pen->grid;
}

/* Two files may have one name and size. */
static gboolean
is_same (YcFormField *field, const char *now, YcFormField *before, const char *text)
{
  if (before != NULL && yc_form_field_get_kind (field) == YC_FORM_FIELD_ATTACHMENT)
    return yc_json_equal (yc_form_field_get_value (field), yc_form_field_get_value (before));
  return g_strcmp0 (text, now) == 0;
}

/* What is never shown again, such as a password, only says that it is there. */
static char *
dup_shown_words (Pen *pen, YcFormField *field)
{
  char *words = yc_form_places_describe (GTK_WIDGET (pen->paper), field);

  if (words == NULL)
    words = yc_form_field_dup_words (field);

  if (words == NULL || !yc_form_field_get_write_only (field))
    return words;
  g_free (words);

  return g_strdup ("••••");
}

/* (nullable): @words as they may be read over a shoulder, where that makes a difference */
static char *
dup_masked (YcFormField *field, const char *words)
{
  const char *format = yc_form_field_get_format (field);

  if (words != NULL && g_strcmp0 (format, "id-number") == 0)
    return yc_id_number_mask (words);
  if (words != NULL && g_strcmp0 (format, "mobile") == 0)
    return yc_mobile_mask (words);
  return NULL;
}

/* From now on @label shows @masked whenever numbers are masked. */
static void
hide (Pen *pen, GtkWidget *label, const char *masked)
{
  Secret *secret;

  if (masked == NULL)
    return;
  secret = g_new0 (Secret, 1);
  secret->label = GTK_LABEL (label);
  secret->whole = g_strdup (gtk_label_get_text (secret->label));
  secret->masked = g_strdup (masked);
  g_ptr_array_add (pen->paper->secrets, secret);
  show_secret (pen->paper, secret);
}

static GtkWidget *
create_was (YcFormField *before, const char *text, char **masked)
{
  g_autofree char *number = before != NULL ? dup_masked (before, text) : NULL;
  g_autofree char *words = g_strdup_printf (_ ("was: %s"), text != NULL ? text : _ ("nothing"));

  *masked = number != NULL ? g_strdup_printf (_ ("was: %s"), number) : NULL;
  return create_label (words, "was");
}

static void
mark_difference (Pen *pen, YcFormField *field, GtkWidget *value, const char *now)
{
  YcFormField *before = NULL;
  g_autofree char *text = NULL;
  g_autofree char *masked = NULL;
  GtkWidget *was;

  if (pen->earlier == NULL)
    return;

  before = yc_form_find_field (pen->earlier, yc_form_field_get_pointer (field));
  if (before != NULL)
    text = dup_shown_words (pen, before);
  if (is_same (field, now, before, text))
    return;

  was = create_was (before, text, &masked);
  pen->paper->n_differences++;
  gtk_widget_add_css_class (value, "different");
  gtk_grid_attach (get_grid (pen), was, 2, pen->row, 1, 1);
  hide (pen, was, masked);
}

static GtkWidget *
create_value (Pen *pen, YcFormField *field, const char *text)
{
  YcAttachments *attachments = pen->paper->attachments;
  g_autofree char *masked = dup_masked (field, text);
  GtkWidget *value;

  if (text != NULL && attachments != NULL &&
      yc_form_field_get_kind (field) == YC_FORM_FIELD_ATTACHMENT)
    {
      value = yc_attachment_tiles_new (attachments);
      yc_attachment_tiles_set_value (YC_ATTACHMENT_TILES (value), yc_form_field_get_value (field));
      gtk_widget_set_hexpand (value, TRUE);
      return value;
    }
  value = create_label (text != NULL ? text : "—", "paper-value");
  gtk_label_set_selectable (GTK_LABEL (value), FALSE);
  hide (pen, value, masked);
  return value;
}

static void
write_field (Pen *pen, YcFormField *field)
{
  GtkGrid *grid = get_grid (pen);
  g_autofree char *text = dup_shown_words (pen, field);
  GtkWidget *title = create_label (yc_form_field_get_title (field), "paper-title");
  GtkWidget *value = create_value (pen, field, text);

  if (YC_IS_ATTACHMENT_TILES (value))
    gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_size_group_add_widget (pen->paper->titles, title);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  if (text == NULL && yc_form_field_get_required (field))
    gtk_widget_add_css_class (value, "missing");
  gtk_grid_attach (grid, title, 0, pen->row, 1, 1);
  gtk_grid_attach (grid, value, 1, pen->row, 1, 1);
  mark_difference (pen, field, value, text);
  g_hash_table_insert (pen->paper->lines, g_strdup (yc_form_field_get_pointer (field)), value);
  pen->row++;
}

static void
write_heads (GtkGrid *table, YcFormElement *control)
{
  GListModel *columns = yc_form_element_get_columns (control);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);

      gtk_grid_attach (table, create_label (yc_form_field_get_title (column), "paper-title"), i, 0,
                       1, 1);
    }
}

static void
write_row (Pen *pen, GtkGrid *table, YcFormElement *control, YcFormRow *row)
{
  guint n = g_list_model_get_n_items (yc_form_element_get_columns (control));

  for (guint i = 0; i < n; i++)
    {
      YcFormField *cell = yc_form_row_get_cell (row, control, i);
      g_autofree char *text = dup_shown_words (pen, cell);
      g_autofree char *masked = dup_masked (cell, text);
      GtkWidget *value = create_label (text != NULL ? text : "—", "paper-value");

      hide (pen, value, masked);
      gtk_widget_set_hexpand (value, TRUE);
      gtk_grid_attach (table, value, (int) i, (int) yc_form_row_get_index (row) + 1, 1, 1);
      g_hash_table_insert (pen->paper->lines, g_strdup (yc_form_field_get_pointer (cell)), value);
    }
}

static void
write_table (Pen *pen, YcFormElement *control)
{
  YcFormField *field = yc_form_element_get_field (control);
  GListModel *rows = yc_form_field_get_rows (field);
  guint n_rows = g_list_model_get_n_items (rows);
  g_autofree char *words = g_strdup_printf ("%s（%u）", yc_form_field_get_title (field), n_rows);
  GtkWidget *table = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (table), 18);
  gtk_widget_add_css_class (table, "paper-table");
  write_heads (GTK_GRID (table), control);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);

      write_row (pen, GTK_GRID (table), control, row);
    }
  gtk_box_append (GTK_BOX (pen->paper->box), create_label (words, "paper-title"));
  gtk_box_append (GTK_BOX (pen->paper->box), table);
  pen->grid = NULL;
}

static void write_element (Pen *pen, YcFormElement *element);

static void
write_heading (Pen *pen, const char *words, const char *style)
{
  gtk_box_append (GTK_BOX (pen->paper->box), create_label (words, style));
  pen->grid = NULL;
}

/* Rows of plain cells stand in a table; others have fields of their own below each other. */
static gboolean
is_table (YcFormElement *control)
{
  GListModel *columns = yc_form_element_get_columns (control);
  guint n = columns != NULL ? g_list_model_get_n_items (columns) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);
      YcFormFieldKind kind = yc_form_field_get_kind (column);

      if (kind == YC_FORM_FIELD_REPEATING || kind == YC_FORM_FIELD_ALTERNATIVES)
        return FALSE;
    }

  return n > 0 && n <= MAX_COLUMNS;
}

static void
write_details (Pen *pen, YcFormElement *control)
{
  YcFormField *field = yc_form_element_get_field (control);
  GListModel *rows = yc_form_field_get_rows (field);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);
      g_autofree char *words =
          g_strdup_printf ("%s（%u）", yc_form_field_get_title (field), i + 1);

      write_heading (pen, words, "paper-title");
      if (yc_form_row_get_root_of (row, control) != NULL)
        write_element (pen, yc_form_row_get_root_of (row, control));
    }
  pen->grid = NULL;
}

/* A table always has a row to type into; here it is nothing. */
static void
write_rows (Pen *pen, YcFormElement *control)
{
  YcFormField *field = yc_form_element_get_field (control);
  JsonArray *array = yc_json_node_get_array (yc_form_field_get_value (field));

  if (array == NULL || json_array_get_length (array) == 0)
    write_field (pen, field);
  else if (is_table (control))
    write_table (pen, control);
  else
    write_details (pen, control);
}

static void
write_control (Pen *pen, YcFormElement *control)
{
  YcFormField *field = yc_form_element_get_field (control);

  if (field == NULL || !yc_form_field_get_visible (field))
    return;

  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_REPEATING)
    {
      write_rows (pen, control);
      return;
    }
  write_field (pen, field);
  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_ALTERNATIVES &&
      yc_form_field_get_alternative (field) != NULL)
    write_element (pen, yc_form_field_get_alternative (field));
}

static void
write_element (Pen *pen, YcFormElement *element)
{
  const char *title = yc_form_element_get_title (element);
  GListModel *children = yc_form_element_get_children (element);
  gboolean heading = yc_form_element_get_kind (element) == YC_FORM_ELEMENT_GROUP ||
                     yc_form_element_get_kind (element) == YC_FORM_ELEMENT_CATEGORY;

  if (!yc_form_element_get_visible (element))
    return;
  if (yc_form_element_get_kind (element) == YC_FORM_ELEMENT_CONTROL ||
      yc_form_element_get_kind (element) == YC_FORM_ELEMENT_LIST_WITH_DETAIL)
    {
      write_control (pen, element);
      return;
    }
  if (heading && title != NULL && *title != '\0')
    write_heading (pen, title, "paper-heading");
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      write_element (pen, child);
    }
}

static void
clear (YcFormPaper *self)
{
  g_hash_table_remove_all (self->lines);
  g_ptr_array_set_size (self->secrets, 0);
  self->n_differences = 0;
  yc_children_remove (self->box);
}

static void
yc_form_paper_dispose (GObject *object)
{
  YcFormPaper *self = YC_FORM_PAPER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_pointer (&self->secrets, g_ptr_array_unref);
  g_clear_object (&self->titles);
  g_clear_object (&self->attachments);

  G_OBJECT_CLASS (yc_form_paper_parent_class)->dispose (object);
}

static void
yc_form_paper_class_init (YcFormPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_paper_dispose;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_form_paper_init (YcFormPaper *self)
{
  self->titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->secrets = g_ptr_array_new_with_free_func ((GDestroyNotify) secret_free);
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * yc_form_paper_new:
 *
 * Returns: an empty paper; with the style class `large` it is legible from across the counter
 */
GtkWidget *
yc_form_paper_new (void)
{
  return g_object_new (YC_TYPE_FORM_PAPER, NULL);
}

/**
 * yc_form_paper_set_attachments:
 * @self: the paper, before its form is set
 * @attachments: where files are
 *
 * Files are shown from now on, and open when they are activated; otherwise their names and sizes
 * are written down.
 */
void
yc_form_paper_set_attachments (YcFormPaper *self, YcAttachments *attachments)
{
  g_return_if_fail (YC_IS_FORM_PAPER (self));
  g_return_if_fail (YC_IS_ATTACHMENTS (attachments));

  g_set_object (&self->attachments, attachments);
}

/**
 * yc_form_paper_set_masked:
 * @self: the paper
 * @masked: whether ID and mobile numbers are shown in part only
 *
 * Not before it is said; differences are told all the same.
 */
void
yc_form_paper_set_masked (YcFormPaper *self, gboolean masked)
{
  g_return_if_fail (YC_IS_FORM_PAPER (self));

  self->masked = masked;
  for (guint i = 0; i < self->secrets->len; i++)
    show_secret (self, g_ptr_array_index (self->secrets, i));
}

/**
 * yc_form_paper_set_form:
 * @self: the paper
 * @form: (nullable): what to write down; not followed when it changes
 * @earlier: (nullable): an earlier try to compare with
 */
void
yc_form_paper_set_form (YcFormPaper *self, YcForm *form, YcForm *earlier)
{
  Pen pen = { self, earlier, NULL, 0 };

  g_return_if_fail (YC_IS_FORM_PAPER (self));
  g_return_if_fail (form == NULL || YC_IS_FORM (form));

  clear (self);
  if (form != NULL && yc_form_get_root (form) != NULL)
    write_element (&pen, yc_form_get_root (form));
}

/**
 * yc_form_paper_mark:
 * @self: the paper
 * @pointer: JSON Pointer of a field
 * @words: what is wrong with it
 *
 * Marks a field, as the reviewer did. A field that is not on the paper is passed over.
 */
void
yc_form_paper_mark (YcFormPaper *self, const char *pointer, const char *words)
{
  GtkWidget *value;

  g_return_if_fail (YC_IS_FORM_PAPER (self));
  g_return_if_fail (pointer != NULL);

  value = g_hash_table_lookup (self->lines, pointer);
  if (value == NULL)
    return;

  gtk_widget_add_css_class (value, "marked");
  gtk_widget_set_tooltip_text (value, words);
}

/**
 * yc_form_paper_find:
 * @self: the paper
 * @pointer: JSON Pointer of a field, or of what is in one
 *
 * Returns: (transfer none) (nullable): where it is written
 */
GtkWidget *
yc_form_paper_find (YcFormPaper *self, const char *pointer)
{
  g_autofree char *place = g_strdup (pointer);
  GtkWidget *line;
  char *end;

  g_return_val_if_fail (YC_IS_FORM_PAPER (self), NULL);

  line = g_hash_table_lookup (self->lines, place);
  while (line == NULL && (end = strrchr (place, '/')) != NULL)
    {
      *end = '\0';
      line = g_hash_table_lookup (self->lines, place);
    }

  return line;
}

/**
 * yc_form_paper_get_n_differences:
 * @self: the paper
 *
 * Returns: how many fields differ from the earlier try
 */
guint
yc_form_paper_get_n_differences (YcFormPaper *self)
{
  g_return_val_if_fail (YC_IS_FORM_PAPER (self), 0);

  return self->n_differences;
}

/**
 * yc_form_paper_align:
 * @self: the paper
 * @title: a label
 *
 * Makes @title as wide as the titles on the paper, so that lines above it stand in one column.
 */
void
yc_form_paper_align (YcFormPaper *self, GtkWidget *title)
{
  g_return_if_fail (YC_IS_FORM_PAPER (self));
  g_return_if_fail (GTK_IS_WIDGET (title));

  gtk_size_group_add_widget (self->titles, title);
}
