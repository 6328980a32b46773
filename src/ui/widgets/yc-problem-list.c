/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is missing, wrong or refused in a case, by category, as a list to jump from. It comes on
 * screen when something was to be sent that is not ready, follows what is mended, and goes when
 * nothing is left.
 */
#include "yc-problem-list.h"

#include <glib/gi18n-lib.h>

#include "yc-form-counts.h"
#include "yc-form-outline.h"
#include "yc-words.h"

/* Milliseconds after a change; and lines, for nobody reads more at once. */
#define PATIENCE 150
#define MAX_LINES 60

struct _YcProblemList
{
  GtkWidget      parent_instance;
  GtkWidget     *box;
  GtkWidget     *title;
  GtkWidget     *list;
  GtkWidget     *more;
  YcForm        *form;
  YcFormOutline *outline;
  GPtrArray     *added;         /* YcProblem, that the form does not know of */
  GPtrArray     *items;         /* YcProblem, in the form's order */
  guint          refresh_id;
  gboolean       shown;
};

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcProblemList, yc_problem_list, GTK_TYPE_WIDGET)

/* Reading the form */

/* What is outside of the form comes first. */
static int
compare_places (YcProblemList *self,
                const char    *a,
                const char    *b)
{
  int outside = yc_problem_is_outside (b) - yc_problem_is_outside (a);

  if (outside != 0 || self->outline == NULL || yc_problem_is_outside (a))
    return outside;
  return yc_form_outline_compare (self->outline, a, b);
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const YcProblem *x = *(YcProblem *const *) a, *y = *(YcProblem *const *) b;

  return compare_places (user_data, x->pointer, y->pointer);
}

static const char *
find_category (YcProblemList *self,
               const char    *pointer)
{
  return self->outline != NULL ? yc_form_outline_get_category (self->outline, pointer) : NULL;
}

static void
read_problems (YcProblemList *self)
{
  g_autoptr (GListModel) problems = yc_form_get_problems (self->form);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);
      YcFormField *field = yc_form_problem_get_field (problem);
      const char *pointer = field != NULL ? yc_form_field_get_pointer (field)
                                          : yc_form_problem_get_pointer (problem);
      YcProblemKind kind = yc_form_problem_get_missing (problem) ? YC_PROBLEM_MISSING
                                                                 : YC_PROBLEM_WRONG;

      g_ptr_array_add (self->items, yc_problem_new (kind, pointer, find_category (self, pointer),
                                                    yc_form_problem_get_message (problem)));
    }
}

/* In the form's order; what was added to a field before what the form says of it. */
static void
read_all (YcProblemList *self)
{
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < self->added->len; i++)
    g_ptr_array_add (self->items, yc_problem_copy (g_ptr_array_index (self->added, i)));
  if (self->form != NULL)
    read_problems (self);
  g_ptr_array_sort_with_data (self->items, compare_items, self);
}

/* Showing */

static const YcProblem *
get_item (YcProblemList *self,
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
  const YcProblem *item = get_item (user_data, index), *last = get_item (user_data, index - 1);
  GtkWidget *header;

  gtk_list_box_row_set_header (line, NULL);
  if (item == NULL || item->category == NULL ||
      (last != NULL && g_strcmp0 (item->category, last->category) == 0))
    return;
  header = gtk_label_new (item->category);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "problems-category");
  gtk_list_box_row_set_header (line, header);
}

static guint
count (YcProblemList *self,
       YcProblemKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ((YcProblem *) g_ptr_array_index (self->items, i))->kind == kind;
  return n;
}

static void
update_title (YcProblemList *self)
{
  guint n_refused = count (self, YC_PROBLEM_REFUSED);
  g_autofree char *counts = yc_form_counts_dup_words (count (self, YC_PROBLEM_MISSING), count (self, YC_PROBLEM_WRONG));
  /* Translators: how many fields of a form the service refused. Short. */
  g_autofree char *refused = g_strdup_printf (ngettext ("%u refused", "%u refused", n_refused),
                                              n_refused);
  g_autofree char *words = yc_words_join (n_refused > 0 ? refused : "", counts, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static void
update_more (YcProblemList *self)
{
  guint n = self->items->len > MAX_LINES ? self->items->len - MAX_LINES : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  gtk_label_set_text (GTK_LABEL (self->more), words);
  gtk_widget_set_visible (self->more, n > 0);
}

static void
show (YcProblemList *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), line);
  for (guint i = 0; i < MIN (self->items->len, MAX_LINES); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         yc_problem_create_line (g_ptr_array_index (self->items, i)));
  update_title (self);
  update_more (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown && self->items->len > 0);
}

static gboolean
refresh_cb (gpointer user_data)
{
  YcProblemList *self = user_data;

  self->refresh_id = 0;
  yc_problem_list_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (YcProblemList *self)
{
  if (self->shown && self->refresh_id == 0)
    self->refresh_id = g_timeout_add (PATIENCE, refresh_cb, self);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *line,
                  YcProblemList  *self)
{
  const YcProblem *item = get_item (self, gtk_list_box_row_get_index (line));

  if (item != NULL)
    g_signal_emit (self, signals[GO], 0, item->pointer);
}

static void
yc_problem_list_dispose (GObject *object)
{
  YcProblemList *self = YC_PROBLEM_LIST (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  yc_problem_list_set_form (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (yc_problem_list_parent_class)->dispose (object);
}

static void
yc_problem_list_finalize (GObject *object)
{
  YcProblemList *self = YC_PROBLEM_LIST (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->added);
  G_OBJECT_CLASS (yc_problem_list_parent_class)->finalize (object);
}

static void
yc_problem_list_class_init (YcProblemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_problem_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_problem_list_finalize;

  /**
   * YcProblemList::go:
   * @pointer: a JSON Pointer into the form's data, or a place outside of the form
   *
   * Somebody wants to go there.
   */
  signals[GO] = g_signal_new ("go", YC_TYPE_PROBLEM_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "problemlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-problem-list.ui");
  gtk_widget_class_bind_template_child (widget_class, YcProblemList, box);
  gtk_widget_class_bind_template_child (widget_class, YcProblemList, title);
  gtk_widget_class_bind_template_child (widget_class, YcProblemList, list);
  gtk_widget_class_bind_template_child (widget_class, YcProblemList, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
yc_problem_list_init (YcProblemList *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_problem_free);
  self->added = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_problem_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * yc_problem_list_new:
 *
 * Returns: a list that is not shown yet
 */
GtkWidget *
yc_problem_list_new (void)
{
  return g_object_new (YC_TYPE_PROBLEM_LIST, NULL);
}

/**
 * yc_problem_list_set_form:
 * @self: a list
 * @form: (nullable): what is filled in
 *
 * Forgets about the form before, which the list does not show any more.
 */
void
yc_problem_list_set_form (YcProblemList *self,
                         YcForm       *form)
{
  g_return_if_fail (YC_IS_PROBLEM_LIST (self));

  if (self->form == form)
    return;
  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_clear_pointer (&self->outline, yc_form_outline_free);
  g_set_object (&self->form, form);
  g_ptr_array_set_size (self->added, 0);
  g_ptr_array_set_size (self->items, 0);
  yc_problem_list_set_shown (self, FALSE);
  if (form == NULL)
    return;
  self->outline = yc_form_outline_new (yc_form_get_root (form));
  g_signal_connect_swapped (form, "changed", G_CALLBACK (queue_refresh), self);
}

/**
 * yc_problem_list_set_shown:
 * @self: a list
 * @shown: whether it may be on screen; it is while there is something to say
 */
void
yc_problem_list_set_shown (YcProblemList *self,
                          gboolean      shown)
{
  g_return_if_fail (YC_IS_PROBLEM_LIST (self));

  self->shown = shown;
  if (shown)
    yc_problem_list_refresh (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * yc_problem_list_add:
 * @self: a list
 * @kind: what it is
 * @pointer: a JSON Pointer into the form's data, or the name of a place outside of it
 * @category: (nullable): heading of a place outside of the form; a field's is known
 * @words: what there is to say, with the title of what it is about
 *
 * Adds what the form does not know of. To be followed by yc_problem_list_set_shown() or
 * yc_problem_list_refresh().
 */
void
yc_problem_list_add (YcProblemList *self,
                     YcProblemKind  kind,
                     const char    *pointer,
                     const char    *category,
                     const char    *words)
{
  g_return_if_fail (YC_IS_PROBLEM_LIST (self));
  g_return_if_fail (pointer != NULL);

  g_ptr_array_add (self->added,
                   yc_problem_new (kind, pointer,
                                   category != NULL ? category : find_category (self, pointer),
                                   words));
}

/**
 * yc_problem_list_clear:
 * @self: a list
 *
 * Forgets what was added; likewise.
 */
void
yc_problem_list_clear (YcProblemList *self)
{
  g_return_if_fail (YC_IS_PROBLEM_LIST (self));

  g_ptr_array_set_size (self->added, 0);
}

/**
 * yc_problem_list_refresh:
 * @self: a list
 *
 * Reads the form now rather than a moment after the last change.
 */
void
yc_problem_list_refresh (YcProblemList *self)
{
  g_return_if_fail (YC_IS_PROBLEM_LIST (self));

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  read_all (self);
  show (self);
}

/**
 * yc_problem_list_get_n:
 * @self: a list
 *
 * Returns: how much is missing, wrong or refused
 */
guint
yc_problem_list_get_n (YcProblemList *self)
{
  g_return_val_if_fail (YC_IS_PROBLEM_LIST (self), 0);

  return self->items->len;
}

/**
 * yc_problem_list_is_good:
 * @self: a list
 *
 * Returns: whether nothing is missing or wrong; what was refused may be sent again as it is, for it
 *   is the service that judges
 */
gboolean
yc_problem_list_is_good (YcProblemList *self)
{
  g_return_val_if_fail (YC_IS_PROBLEM_LIST (self), FALSE);

  return count (self, YC_PROBLEM_REFUSED) == self->items->len;
}

/* From a field that is not in the list: the first item behind it, or the last one before it. */
static int
find_near (YcProblemList *self,
           const char   *pointer,
           int           by)
{
  int n = (int) self->items->len, i = by > 0 ? 0 : n - 1;

  for (; pointer != NULL && i >= 0 && i < n; i += by)
    {
      if (compare_places (self, get_item (self, i)->pointer, pointer) * by >= 0)
        return i;
    }
  return by > 0 ? 0 : n - 1;
}

static int
find_next (YcProblemList *self,
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
 * yc_problem_list_step:
 * @self: a list
 * @pointer: (nullable): the field to begin from, %NULL for the first or last one
 * @by: 1 for the next one, -1 for the one before; from one end it goes on at the other
 *
 * Asks by #YcProblemList::go for the next field with something missing, wrong or refused.
 *
 * Returns: %FALSE when there is none
 */
gboolean
yc_problem_list_step (YcProblemList *self,
                     const char   *pointer,
                     int           by)
{
  g_autofree char *next = NULL;

  g_return_val_if_fail (YC_IS_PROBLEM_LIST (self), FALSE);

  yc_problem_list_refresh (self);
  if (self->items->len == 0)
    return FALSE;
  next = g_strdup (get_item (self, find_next (self, pointer, by))->pointer);
  g_signal_emit (self, signals[GO], 0, next);
  return TRUE;
}
