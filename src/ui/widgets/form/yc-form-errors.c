/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is missing, wrong or refused in a form, by category, as a list to jump from. It comes on
 * screen when a form was to be sent that is not ready, follows what is mended, and goes when
 * nothing is left.
 */
#include "yc-form-errors.h"

#include <glib/gi18n-lib.h>

#include "yc-form-counts.h"
#include "yc-form-outline.h"
#include "yc-words.h"

/* Milliseconds after a change; and lines, for nobody reads more at once. */
#define PATIENCE 150
#define MAX_LINES 60

typedef enum
{
  MISSING = 1,
  WRONG,
  REFUSED,
} Kind;

typedef struct
{
  char *pointer;
  char *words;
  char *category;       /* nullable */
  Kind  kind;
} Item;

struct _YcFormErrors
{
  GtkWidget      parent_instance;
  GtkWidget     *box;
  GtkWidget     *title;
  GtkWidget     *list;
  GtkWidget     *more;
  YcForm        *form;
  YcFormOutline *outline;
  GPtrArray     *refusals;      /* Item */
  GPtrArray     *items;         /* Item, in the form's order */
  guint          refresh_id;
  gboolean       shown;
};

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcFormErrors, yc_form_errors, GTK_TYPE_WIDGET)

static void
item_free (gpointer data)
{
  Item *self = data;

  g_free (self->pointer);
  g_free (self->words);
  g_free (self->category);
  g_free (self);
}

static Item *
item_new (YcFormErrors *self,
          const char   *pointer,
          const char   *words,
          Kind          kind)
{
  Item *item = g_new0 (Item, 1);

  item->pointer = g_strdup (pointer);
  item->words = g_strdup (words);
  item->kind = kind;
  if (self->outline != NULL)
    item->category = g_strdup (yc_form_outline_get_category (self->outline, pointer));
  return item;
}

/* Reading the form */

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  YcFormErrors *self = user_data;
  const Item *x = *(Item *const *) a, *y = *(Item *const *) b;

  return yc_form_outline_compare (self->outline, x->pointer, y->pointer);
}

static void
read_problems (YcFormErrors *self)
{
  g_autoptr (GListModel) problems = yc_form_get_problems (self->form);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);
      YcFormField *field = yc_form_problem_get_field (problem);
      const char *pointer = field != NULL ? yc_form_field_get_pointer (field)
                                          : yc_form_problem_get_pointer (problem);

      g_ptr_array_add (self->items, item_new (self, pointer, yc_form_problem_get_message (problem),
                                              yc_form_problem_get_missing (problem) ? MISSING
                                                                                    : WRONG));
    }
}

static void
read_form (YcFormErrors *self)
{
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < self->refusals->len; i++)
    {
      Item *item = g_ptr_array_index (self->refusals, i);

      g_ptr_array_add (self->items, item_new (self, item->pointer, item->words, REFUSED));
    }
  if (self->form == NULL)
    return;
  read_problems (self);
  g_ptr_array_sort_with_data (self->items, compare_items, self);
}

/* Showing */

static const char *
get_icon (Kind kind)
{
  switch (kind)
    {
    case MISSING:
      return "yc-mark-empty-symbolic";
    case REFUSED:
      return "dialog-warning-symbolic";
    case WRONG:
    default:
      return "yc-mark-error-symbolic";
    }
}

static GtkWidget *
create_line (const Item *item)
{
  static const char *const STYLES[] = { [MISSING] = "missing", [WRONG] = "wrong",
                                        [REFUSED] = "refused" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *words = gtk_label_new (item->words);
  GtkWidget *line = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (get_icon (item->kind)));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_widget_add_css_class (line, STYLES[item->kind]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, item->words,
                                  -1);
  return line;
}

static const Item *
get_item (YcFormErrors *self,
          int           index)
{
  return index < 0 || (guint) index >= self->items->len
             ? NULL
             : g_ptr_array_index (self->items, (guint) index);
}

/* The category above the first line of it. */
static void
header_cb (GtkListBoxRow *line,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  int index = gtk_list_box_row_get_index (line);
  const Item *item = get_item (user_data, index), *last = get_item (user_data, index - 1);
  GtkWidget *header;

  gtk_list_box_row_set_header (line, NULL);
  if (item == NULL || item->category == NULL ||
      (last != NULL && g_strcmp0 (item->category, last->category) == 0))
    return;
  header = gtk_label_new (item->category);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "errors-category");
  gtk_list_box_row_set_header (line, header);
}

static guint
count (YcFormErrors *self,
       Kind          kind)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ((Item *) g_ptr_array_index (self->items, i))->kind == kind;
  return n;
}

static void
update_title (YcFormErrors *self)
{
  guint n_refused = count (self, REFUSED);
  g_autofree char *counts = yc_form_counts_dup_words (count (self, MISSING), count (self, WRONG));
  /* Translators: how many fields of a form the service refused. Short. */
  g_autofree char *refused = g_strdup_printf (ngettext ("%u refused", "%u refused", n_refused),
                                              n_refused);
  g_autofree char *words = yc_words_join (n_refused > 0 ? refused : "", counts, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static void
update_more (YcFormErrors *self)
{
  guint n = self->items->len > MAX_LINES ? self->items->len - MAX_LINES : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  gtk_label_set_text (GTK_LABEL (self->more), words);
  gtk_widget_set_visible (self->more, n > 0);
}

static void
show (YcFormErrors *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), line);
  for (guint i = 0; i < MIN (self->items->len, MAX_LINES); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         create_line (g_ptr_array_index (self->items, i)));
  update_title (self);
  update_more (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown && self->items->len > 0);
}

static gboolean
refresh_cb (gpointer user_data)
{
  YcFormErrors *self = user_data;

  self->refresh_id = 0;
  yc_form_errors_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (YcFormErrors *self)
{
  if (self->shown && self->refresh_id == 0)
    self->refresh_id = g_timeout_add (PATIENCE, refresh_cb, self);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *line,
                  YcFormErrors  *self)
{
  const Item *item = get_item (self, gtk_list_box_row_get_index (line));

  if (item != NULL)
    g_signal_emit (self, signals[GO], 0, item->pointer);
}

static void
yc_form_errors_dispose (GObject *object)
{
  YcFormErrors *self = YC_FORM_ERRORS (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  yc_form_errors_set_form (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (yc_form_errors_parent_class)->dispose (object);
}

static void
yc_form_errors_finalize (GObject *object)
{
  YcFormErrors *self = YC_FORM_ERRORS (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->refusals);
  G_OBJECT_CLASS (yc_form_errors_parent_class)->finalize (object);
}

static void
yc_form_errors_class_init (YcFormErrorsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_errors_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_form_errors_finalize;

  /**
   * YcFormErrors::go:
   * @pointer: a JSON Pointer into the form's data
   *
   * Somebody wants to go to that field.
   */
  signals[GO] = g_signal_new ("go", YC_TYPE_FORM_ERRORS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formerrors");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/form/yc-form-errors.ui");
  gtk_widget_class_bind_template_child (widget_class, YcFormErrors, box);
  gtk_widget_class_bind_template_child (widget_class, YcFormErrors, title);
  gtk_widget_class_bind_template_child (widget_class, YcFormErrors, list);
  gtk_widget_class_bind_template_child (widget_class, YcFormErrors, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
yc_form_errors_init (YcFormErrors *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->refusals = g_ptr_array_new_with_free_func (item_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * yc_form_errors_new:
 *
 * Returns: a list that is not shown yet
 */
GtkWidget *
yc_form_errors_new (void)
{
  return g_object_new (YC_TYPE_FORM_ERRORS, NULL);
}

/**
 * yc_form_errors_set_form:
 * @self: a list
 * @form: (nullable): what is filled in
 *
 * Forgets about the form before, which the list does not show any more.
 */
void
yc_form_errors_set_form (YcFormErrors *self,
                         YcForm       *form)
{
  g_return_if_fail (YC_IS_FORM_ERRORS (self));

  if (self->form == form)
    return;
  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_clear_pointer (&self->outline, yc_form_outline_free);
  g_set_object (&self->form, form);
  g_ptr_array_set_size (self->refusals, 0);
  g_ptr_array_set_size (self->items, 0);
  yc_form_errors_set_shown (self, FALSE);
  if (form == NULL)
    return;
  self->outline = yc_form_outline_new (yc_form_get_root (form));
  g_signal_connect_swapped (form, "changed", G_CALLBACK (queue_refresh), self);
}

/**
 * yc_form_errors_set_shown:
 * @self: a list
 * @shown: whether it may be on screen; it is while there is something to say
 */
void
yc_form_errors_set_shown (YcFormErrors *self,
                          gboolean      shown)
{
  g_return_if_fail (YC_IS_FORM_ERRORS (self));

  self->shown = shown;
  if (shown)
    yc_form_errors_refresh (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * yc_form_errors_add_refusal:
 * @self: a list
 * @pointer: a JSON Pointer into the form's data
 * @words: what the service said about the field
 *
 * To be followed by yc_form_errors_set_shown() or yc_form_errors_refresh().
 */
void
yc_form_errors_add_refusal (YcFormErrors *self,
                            const char   *pointer,
                            const char   *words)
{
  g_return_if_fail (YC_IS_FORM_ERRORS (self));

  g_ptr_array_add (self->refusals, item_new (self, pointer, words, REFUSED));
}

/**
 * yc_form_errors_clear_refusals:
 * @self: a list
 *
 * Forgets what the service said; likewise.
 */
void
yc_form_errors_clear_refusals (YcFormErrors *self)
{
  g_return_if_fail (YC_IS_FORM_ERRORS (self));

  g_ptr_array_set_size (self->refusals, 0);
}

/**
 * yc_form_errors_refresh:
 * @self: a list
 *
 * Reads the form now rather than a moment after the last change.
 */
void
yc_form_errors_refresh (YcFormErrors *self)
{
  g_return_if_fail (YC_IS_FORM_ERRORS (self));

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  read_form (self);
  show (self);
}

/**
 * yc_form_errors_get_n:
 * @self: a list
 *
 * Returns: how much is missing, wrong or refused
 */
guint
yc_form_errors_get_n (YcFormErrors *self)
{
  g_return_val_if_fail (YC_IS_FORM_ERRORS (self), 0);

  return self->items->len;
}

/* From a field that is not in the list: the first item behind it, or the last one before it. */
static int
find_near (YcFormErrors *self,
           const char   *pointer,
           int           by)
{
  int n = (int) self->items->len, i = by > 0 ? 0 : n - 1;

  for (; pointer != NULL && i >= 0 && i < n; i += by)
    {
      if (yc_form_outline_compare (self->outline, get_item (self, i)->pointer, pointer) * by >= 0)
        return i;
    }
  return by > 0 ? 0 : n - 1;
}

static int
find_next (YcFormErrors *self,
           const char   *pointer,
           int           by)
{
  int n = (int) self->items->len, next;

  for (int i = by > 0 ? n - 1 : 0; pointer != NULL && i >= 0 && i < n; i -= by)
    {
      next = i + by;
      if (g_str_equal (get_item (self, i)->pointer, pointer))
        return next < 0 ? n - 1 : next % n;
    }
  return find_near (self, pointer, by);
}

/**
 * yc_form_errors_step:
 * @self: a list
 * @pointer: (nullable): the field to begin from, %NULL for the first or last one
 * @by: 1 for the next one, -1 for the one before; from one end it goes on at the other
 *
 * Asks by #YcFormErrors::go for the next field with something missing, wrong or refused.
 *
 * Returns: %FALSE when there is none
 */
gboolean
yc_form_errors_step (YcFormErrors *self,
                     const char   *pointer,
                     int           by)
{
  g_autofree char *next = NULL;

  g_return_val_if_fail (YC_IS_FORM_ERRORS (self), FALSE);

  if (self->form == NULL)
    return FALSE;
  yc_form_errors_refresh (self);
  if (self->items->len == 0)
    return FALSE;
  next = g_strdup (get_item (self, find_next (self, pointer, by))->pointer);
  g_signal_emit (self, signals[GO], 0, next);
  return TRUE;
}
