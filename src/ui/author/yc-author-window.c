/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form as its author sees it: to be tried, with the data and what is wrong beside it. */
#include "yc-author-window.h"

#include <glib/gi18n-lib.h>

#include "yc-children.h"
#include "yc-json.h"
#include "yc-place-tree.h"

/* The data beside the form are written down when the typing pauses. */
#define PAUSE_MS 120

/* The form must stay to be seen. */
#define MOST_MISTAKES 6

struct _YcAuthorWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *names;
  GtkWidget      *mistakes_box;
  GtkWidget      *paned;
  GtkWidget      *side;
  GtkWidget      *scroller;
  GtkLabel       *problems_title;
  GtkListView    *problems_list;
  GtkTextView    *data_view;

  GtkWidget      *view;
  YcAuthorFiles  *files;
  YcForm         *form;
  GPtrArray      *mistakes;     /* lines of words, and NULL at the end */
  guint           pause_id;
};

G_DEFINE_FINAL_TYPE (YcAuthorWindow, yc_author_window, ADW_TYPE_APPLICATION_WINDOW)

/* Beside the form */

static void
show_problems (YcAuthorWindow *self)
{
  g_autoptr (GListModel) problems = yc_form_get_problems (self->form);
  guint n = g_list_model_get_n_items (problems);
  g_autofree char *words = NULL;
  GtkNoSelection *selection;

  words = n == 0 ? g_strdup (_ ("Can be sent as it is"))
                 : g_strdup_printf (ngettext ("%u thing to put right", "%u things to put right", n),
                                    n);
  gtk_label_set_text (self->problems_title, words);
  selection = gtk_no_selection_new (g_steal_pointer (&problems));
  gtk_list_view_set_model (self->problems_list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

static void
show_data (YcAuthorWindow *self)
{
  g_autoptr (JsonNode) data = yc_form_get_data (self->form);
  g_autofree char *text = yc_json_write_pretty (data);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->data_view), text, -1);
}

static gboolean
paused_cb (gpointer user_data)
{
  YcAuthorWindow *self = user_data;

  self->pause_id = 0;
  if (self->form != NULL && gtk_widget_get_visible (self->side))
    {
      show_problems (self);
      show_data (self);
    }
  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (YcAuthorWindow *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, paused_cb, self);
}

static void
problem_setup_cb (YcAuthorWindow *self,
                  GtkListItem    *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
problem_bind_cb (YcAuthorWindow *self,
                 GtkListItem    *item)
{
  YcFormProblem *problem = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      yc_form_problem_get_message (problem));
}

static void
problem_activate_cb (YcAuthorWindow *self,
                     guint           position)
{
  GListModel *problems = G_LIST_MODEL (gtk_list_view_get_model (self->problems_list));
  g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, position);
  YcFormField *field = problem == NULL ? NULL : yc_form_problem_get_field (problem);

  if (field != NULL)
    yc_form_view_focus_pointer (YC_FORM_VIEW (self->view), yc_form_field_get_pointer (field));
}

static void
append_mistake (YcAuthorWindow *self,
                const char     *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_box_append (GTK_BOX (self->mistakes_box), label);
}

static void
show_mistakes (YcAuthorWindow *self)
{
  guint n = self->mistakes->len - 1, n_more = n > MOST_MISTAKES ? n - MOST_MISTAKES : 0;

  yc_children_remove (self->mistakes_box);
  for (guint i = 0; i < n - n_more; i++)
    append_mistake (self, g_ptr_array_index (self->mistakes, i));
  if (n_more > 0)
    {
      g_autofree char *words =
          g_strdup_printf (ngettext ("and %u more mistake", "and %u more mistakes", n_more), n_more);

      append_mistake (self, words);
    }
  gtk_widget_set_visible (self->mistakes_box, self->mistakes->len > 1);
}

/* Loading */

/* Puts what @node holds into @data wherever @form still has a field for it. */
static void
keep_typed (YcForm     *form,
            JsonNode   *data,
            JsonNode   *node,
            const char *pointer)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (*pointer != '\0' && yc_form_find_field (form, pointer) != NULL)
    {
      yc_json_pointer_set (data, pointer, yc_json_copy (node));
      return;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *below = yc_json_pointer_append (pointer, name);

      keep_typed (form, data, member, below);
    }
}

static void
carry_over (YcAuthorWindow *self,
            YcForm         *form)
{
  g_autoptr (JsonNode) typed = NULL;
  g_autoptr (JsonNode) data = NULL;

  if (self->form == NULL || yc_author_files_take_data (self->files))
    return;
  typed = yc_form_get_data (self->form);
  data = yc_form_get_data (form);
  keep_typed (form, data, typed, "");
  yc_form_set_data (form, data, NULL);
}

static void
show_form (YcAuthorWindow *self,
           YcForm         *form)
{
  YcFormField *field = yc_form_view_get_focus_field (YC_FORM_VIEW (self->view));
  g_autofree char *pointer = field == NULL ? NULL : g_strdup (yc_form_field_get_pointer (field));
  const char *title = yc_form_get_title (form);

  carry_over (self, form);
  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_set_object (&self->form, form);
  g_signal_connect_swapped (form, "changed", G_CALLBACK (form_changed_cb), self);
  yc_form_view_set_form (YC_FORM_VIEW (self->view), form);
  if (pointer == NULL || !yc_form_view_focus_pointer (YC_FORM_VIEW (self->view), pointer))
    yc_form_view_focus_first (YC_FORM_VIEW (self->view));
  adw_window_title_set_title (self->names, title != NULL ? title : _ ("Form"));
  paused_cb (self);
}

/**
 * yc_author_window_load:
 * @self: the window
 *
 * Reads the files and shows the form. What was typed is kept where there is still a field for it;
 * a form whose schema cannot be used any more stays as it was.
 */
void
yc_author_window_load (YcAuthorWindow *self)
{
  g_autoptr (YcForm) form = NULL;

  g_return_if_fail (YC_IS_AUTHOR_WINDOW (self));

  g_ptr_array_set_size (self->mistakes, 0);
  form = yc_author_files_open (self->files, self->mistakes);
  g_ptr_array_add (self->mistakes, NULL);
  show_mistakes (self);
  if (form != NULL)
    show_form (self, form);
}

/**
 * yc_author_window_check:
 * @self: the window
 *
 * Shows in the form what is wrong, as when a clerk is done with it, and goes to the first of it.
 *
 * Returns: whether there is something
 */
gboolean
yc_author_window_check (YcAuthorWindow *self)
{
  g_autoptr (GListModel) problems = NULL;

  g_return_val_if_fail (YC_IS_AUTHOR_WINDOW (self), FALSE);

  if (self->form == NULL)
    return FALSE;
  problems = yc_form_check (self->form);
  return yc_form_view_focus_first_error (YC_FORM_VIEW (self->view));
}

static gboolean
check_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  yc_author_window_check (YC_AUTHOR_WINDOW (widget));
  return GDK_EVENT_STOP;
}

/* Object */

static void
yc_author_window_dispose (GObject *object)
{
  YcAuthorWindow *self = YC_AUTHOR_WINDOW (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  if (self->files != NULL)
    g_signal_handlers_disconnect_by_data (self->files, self);
  g_clear_object (&self->form);
  g_clear_object (&self->files);
  g_clear_pointer (&self->mistakes, g_ptr_array_unref);
  G_OBJECT_CLASS (yc_author_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/author/yc-author-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YcAuthorWindow, names);
  gtk_widget_class_bind_template_child (widget_class, YcAuthorWindow, mistakes_box);
  gtk_widget_class_bind_template_child (widget_class, YcAuthorWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, YcAuthorWindow, side);
  gtk_widget_class_bind_template_child (widget_class, YcAuthorWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, YcAuthorWindow, problems_title);
  gtk_widget_class_bind_template_child (widget_class, YcAuthorWindow, problems_list);
  gtk_widget_class_bind_template_child (widget_class, YcAuthorWindow, data_view);
  gtk_widget_class_bind_template_callback (widget_class, problem_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_activate_cb);
}

static void
yc_author_window_class_init (YcAuthorWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_author_window_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F2, 0, check_cb, NULL);
  bind_children (GTK_WIDGET_CLASS (klass));
}

static void
yc_author_window_init (YcAuthorWindow *self)
{
  g_autoptr (YcFormPlaces) places = yc_place_tree_new_sample ();

  self->mistakes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = yc_form_view_new ();
  gtk_widget_add_css_class (self->view, "step-body");
  yc_form_places_provide (places, self->view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
}

/**
 * yc_author_window_new:
 * @application: the program
 * @files: the form's files
 *
 * Returns: (transfer none): a window that shows nothing until it is told to load
 */
GtkWindow *
yc_author_window_new (GtkApplication *application,
                      YcAuthorFiles  *files)
{
  YcAuthorWindow *self = g_object_new (YC_TYPE_AUTHOR_WINDOW, "application", application, NULL);
  g_autofree char *names = yc_author_files_dup_names (files);

  self->files = g_object_ref (files);
  g_signal_connect_swapped (files, "changed", G_CALLBACK (yc_author_window_load), self);
  adw_window_title_set_subtitle (self->names, names);
  return GTK_WINDOW (self);
}

/**
 * yc_author_window_hide_sides:
 * @self: the window
 *
 * Leaves the form alone in the window, as it is at a desk.
 */
void
yc_author_window_hide_sides (YcAuthorWindow *self)
{
  g_return_if_fail (YC_IS_AUTHOR_WINDOW (self));

  gtk_widget_set_visible (self->side, FALSE);
}

/**
 * yc_author_window_get_view:
 * @self: the window
 *
 * Returns: (transfer none): where the form is
 */
YcFormView *
yc_author_window_get_view (YcAuthorWindow *self)
{
  g_return_val_if_fail (YC_IS_AUTHOR_WINDOW (self), NULL);

  return YC_FORM_VIEW (self->view);
}

/**
 * yc_author_window_get_mistakes:
 * @self: the window
 *
 * Returns: (transfer none) (array zero-terminated=1): what is wrong with the files, in words
 */
const char *const *
yc_author_window_get_mistakes (YcAuthorWindow *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (YC_IS_AUTHOR_WINDOW (self), none);

  return self->mistakes->len == 0 ? none : (const char *const *) self->mistakes->pdata;
}
