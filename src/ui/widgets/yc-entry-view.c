/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry as it holds here today, with its other versions one key away. */
#include "yc-entry-view.h"

#include "yc-day.h"
#include "yc-dialogs.h"
#include "yc-difference-label.h"
#include "yc-large-window.h"
#include "yc-markdown-view.h"
#include "yc-related-list.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _YcEntryView
{
  GtkWidget parent_instance;

  GtkWidget          *box;
  GtkWidget          *details;
  GtkWidget          *versions;
  GtkWidget          *related;
  YcCatalog          *catalog;
  YcKnowledgeEntry   *entry;
  YcKnowledgeVersion *version;
  char               *today;
  char               *beside;
};

G_DEFINE_FINAL_TYPE (YcEntryView, yc_entry_view, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

char *
yc_entry_view_describe_place (YcCatalog *catalog, YcKnowledgeVersion *version)
{
  const char *place = yc_knowledge_version_get_place (version);

  return g_strdup (*place != '\0' ? yc_catalog_get_place_name (catalog, place) : _ ("All places"));
}

/* Since when or from when on, and until when. */
static char *
describe_days (YcKnowledgeVersion *version, const char *today)
{
  const char *from = yc_knowledge_version_get_from (version);
  const char *until = yc_knowledge_version_get_until (version);

  if (until != NULL)
    return g_strdup_printf (_ ("%s to %s"), from, until);
  if (strcmp (from, today) > 0)
    return g_strdup_printf (_ ("from %s on"), from);

  return *from != '\0' ? g_strdup_printf (_ ("since %s"), from) : g_strdup ("");
}

static void
add (YcEntryView *self, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (self->box), child);
}

static void
add_version (YcEntryView *self)
{
  g_autofree char *place = yc_entry_view_describe_place (self->catalog, self->version);
  g_autofree char *days = describe_days (self->version, self->today);
  g_autofree char *source =
      yc_words_join (days, place, yc_knowledge_entry_get_owner (self->entry),
                     yc_knowledge_version_get_source (self->version), NULL);

  add (self, create_label (yc_knowledge_version_get_answer (self->version), "answer"));
  add (self, create_label (source, "secondary"));
}

/* Where the other versions stand while they are looked at. */
static void
add_details (YcEntryView *self)
{
  if (self->version == NULL || *yc_knowledge_version_get_body (self->version) == '\0')
    return;
  self->details = yc_markdown_view_new (yc_knowledge_version_get_body (self->version));
  add (self, self->details);
}

/* An answer that does not hold is not shown as one: only why not. */
static void
add_nothing (YcEntryView *self)
{
  add (self, create_label (_ ("Nothing of this is in force here today. Do not answer from an earlier "
                              "version without asking."),
                           "warning-words"));
}

static void
add_next (YcEntryView *self, const char *path)
{
  YcKnowledgeVersion *next = yc_knowledge_entry_find_next (self->entry, path, self->today);
  g_autofree char *words = NULL;

  if (next == NULL)
    return;
  words = g_strdup_printf (_ ("From %s on another answer holds: %s"),
                           yc_knowledge_version_get_from (next),
                           yc_knowledge_version_get_answer (next));
  add (self, create_label (words, "next-words"));
}

static const char *
describe_state (YcEntryView *self, YcKnowledgeVersion *version)
{
  if (version == self->version)
    return _ ("in force here");
  if (strcmp (yc_knowledge_version_get_from (version), self->today) > 0)
    return _ ("to come");

  return yc_knowledge_version_holds_on (version, self->today) ? _ ("in force elsewhere")
                                                             : _ ("no longer in force");
}

static GtkWidget *
create_change (YcKnowledgeVersion *before, YcKnowledgeVersion *version)
{
  g_autofree char *old = g_strjoin ("\n", yc_knowledge_version_get_answer (before),
                                    yc_knowledge_version_get_body (before), NULL);
  g_autofree char *new = g_strjoin ("\n", yc_knowledge_version_get_answer (version),
                                    yc_knowledge_version_get_body (version), NULL);

  return yc_difference_label_new (old, new);
}

static void
append_version (YcEntryView *self, YcKnowledgeVersion *version)
{
  YcKnowledgeVersion *before = yc_knowledge_entry_find_before (self->entry, version);
  g_autofree char *place = yc_entry_view_describe_place (self->catalog, version);
  g_autofree char *days = describe_days (version, self->today);
  g_autofree char *title =
      yc_words_join (days, place, describe_state (self, version), NULL);
  GtkBox *box = GTK_BOX (self->versions);

  gtk_box_append (box, create_label (title, "version-title"));
  if (*yc_knowledge_version_get_note (version) != '\0')
    gtk_box_append (box, create_label (yc_knowledge_version_get_note (version), "secondary"));
  gtk_box_append (box, before != NULL
                           ? create_change (before, version)
                           : create_label (yc_knowledge_version_get_answer (version), "difference"));
}

static void
add_versions (YcEntryView *self)
{
  GListModel *versions = yc_knowledge_entry_get_versions (self->entry);
  guint n = g_list_model_get_n_items (versions);

  self->versions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->versions, "versions");
  gtk_widget_set_visible (self->versions, FALSE);
  add (self, self->versions);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcKnowledgeVersion) version = g_list_model_get_item (versions, i);

      append_version (self, version);
    }
}

static GtkWidget *
create_button (YcEntryView *self, const char *icon, const char *name, const char *tip,
               GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (clicked != NULL)
    g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static void
copy_cb (YcEntryView *self)
{
  yc_entry_view_copy (self);
}

static void
report_cb (YcEntryView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.report", NULL);
}

/* The window has the desk that it takes. */
static void
print_cb (YcEntryView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-entry", "s",
                              yc_knowledge_entry_get_id (self->entry));
}

/* Whether who is signed in may is the window's to know. */
static GtkWidget *
create_edit_button (YcEntryView *self)
{
  GtkWidget *button = create_button (self, "document-edit-symbolic", _ ("New version"),
                                     _ ("Write a new version (Alt+E)"), NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    yc_knowledge_entry_get_id (self->entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-entry");
  g_object_bind_property (button, "sensitive", button, "visible", G_BINDING_SYNC_CREATE);

  return button;
}

static void
add_buttons (YcEntryView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkBox *box = GTK_BOX (row);

  if (self->version != NULL)
    {
      gtk_box_append (box, create_button (self, "edit-copy-symbolic", _ ("Copy the answer"),
                                          _ ("Copy the answer (Ctrl+Shift+C)"),
                                          G_CALLBACK (copy_cb)));
      gtk_box_append (box, create_button (self, "zoom-in-symbolic", _ ("Show it to the citizen"),
                                          _ ("Large, for the citizen (F4)"),
                                          G_CALLBACK (yc_entry_view_show_large)));
      gtk_box_append (box, create_button (self, "document-print-symbolic", _ ("Print the answer"),
                                          _ ("On paper, for the citizen (Ctrl+P)"),
                                          G_CALLBACK (print_cb)));
    }
  gtk_box_append (box, create_button (self, "document-open-recent-symbolic", _ ("Other versions"),
                                      _ ("Other versions and what was changed (Alt+V)"),
                                      G_CALLBACK (yc_entry_view_toggle_versions)));
  gtk_box_append (box, create_button (self, "dialog-warning-symbolic", _ ("Report a mistake"),
                                      _ ("Report a mistake or a gap (Alt+R)"),
                                      G_CALLBACK (report_cb)));
  gtk_box_append (box, create_edit_button (self));
  add (self, row);
}

/* Many answers stand folded on a page, and few are opened: what each has to do with is read then. */
static void
ensure_related (YcEntryView *self)
{
  if (self->related != NULL)
    return;
  self->related = yc_related_list_new (self->catalog, self->entry, self->beside);
  add (self, self->related);
}

static void
yc_entry_view_map (GtkWidget *widget)
{
  ensure_related (YC_ENTRY_VIEW (widget));

  GTK_WIDGET_CLASS (yc_entry_view_parent_class)->map (widget);
}

static void
yc_entry_view_dispose (GObject *object)
{
  YcEntryView *self = YC_ENTRY_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->catalog);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->beside, g_free);

  G_OBJECT_CLASS (yc_entry_view_parent_class)->dispose (object);
}

static void
yc_entry_view_class_init (YcEntryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_entry_view_dispose;
  widget_class->map = yc_entry_view_map;
  gtk_widget_class_set_css_name (widget_class, "entryview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_entry_view_init (YcEntryView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * yc_entry_view_new:
 * @catalog: what the city published, used in the clerk's place
 * @entry: an entry
 *
 * Returns: what the clerk may say here today
 */
GtkWidget *
yc_entry_view_new (YcCatalog *catalog, YcKnowledgeEntry *entry)
{
  YcEntryView *self = g_object_new (YC_TYPE_ENTRY_VIEW, NULL);
  g_autofree char *path = NULL;

  g_return_val_if_fail (YC_IS_CATALOG (catalog), GTK_WIDGET (self));
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (entry), GTK_WIDGET (self));

  path = yc_catalog_dup_place_path (catalog);
  self->catalog = g_object_ref (catalog);
  self->entry = g_object_ref (entry);
  self->today = yc_day_dup_today ();
  self->version = yc_knowledge_entry_find_version (entry, path, self->today);
  if (self->version != NULL)
    add_version (self);
  else
    add_nothing (self);
  add_buttons (self);
  add_next (self, path);
  add_details (self);
  add_versions (self);

  return GTK_WIDGET (self);
}

YcKnowledgeEntry *
yc_entry_view_get_entry (YcEntryView *self)
{
  g_return_val_if_fail (YC_IS_ENTRY_VIEW (self), NULL);

  return self->entry;
}

YcKnowledgeVersion *
yc_entry_view_get_version (YcEntryView *self)
{
  g_return_val_if_fail (YC_IS_ENTRY_VIEW (self), NULL);

  return self->version;
}

/**
 * yc_entry_view_toggle_versions:
 * @self: the view
 *
 * Shows all versions, each with what was changed in it, in the place of the details, or the details
 * again.
 */
void
yc_entry_view_toggle_versions (YcEntryView *self)
{
  g_return_if_fail (YC_IS_ENTRY_VIEW (self));

  gtk_widget_set_visible (self->versions, !gtk_widget_get_visible (self->versions));
  if (self->details != NULL)
    gtk_widget_set_visible (self->details, !gtk_widget_get_visible (self->versions));
}

/**
 * yc_entry_view_copy:
 * @self: the view
 *
 * Copies the answer to the clipboard.
 *
 * Returns: %FALSE when nothing holds here today
 */
gboolean
yc_entry_view_copy (YcEntryView *self)
{
  g_return_val_if_fail (YC_IS_ENTRY_VIEW (self), FALSE);

  if (self->version == NULL)
    return FALSE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          yc_knowledge_version_get_answer (self->version));
  yc_dialogs_toast (GTK_WIDGET (self), _ ("Answer copied"));

  return TRUE;
}

/**
 * yc_entry_view_show_large:
 * @self: the view
 *
 * Shows the answer in large type to the citizen, on the second display where there is one.
 */
void
yc_entry_view_show_large (YcEntryView *self)
{
  GtkRoot *root;
  GtkWidget *page;

  g_return_if_fail (YC_IS_ENTRY_VIEW (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (self->version == NULL || !GTK_IS_WINDOW (root))
    return;
  page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (page, "huge");
  gtk_widget_add_css_class (page, "large-answer");
  gtk_box_append (GTK_BOX (page),
                  create_label (yc_knowledge_version_get_question (self->version), "title-2"));
  gtk_box_append (GTK_BOX (page),
                  create_label (yc_knowledge_version_get_answer (self->version), "answer"));
  gtk_box_append (GTK_BOX (page),
                  yc_markdown_view_new (yc_knowledge_version_get_body (self->version)));
  yc_large_window_new (GTK_WINDOW (root), page);
}

void
yc_entry_view_set_beside (YcEntryView *self, const char *id)
{
  g_return_if_fail (YC_IS_ENTRY_VIEW (self));

  g_free (self->beside);
  self->beside = g_strdup (id);
}

/* What was unfolded just now has no place yet that the page could be scrolled to. */
static gboolean
focus_cb (GtkWidget *related, GdkFrameClock *clock, gpointer user_data)
{
  if (gtk_widget_get_height (related) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_child_focus (related, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

gboolean
yc_entry_view_focus_related (YcEntryView *self)
{
  g_return_val_if_fail (YC_IS_ENTRY_VIEW (self), FALSE);

  ensure_related (self);

  if (!gtk_widget_get_visible (self->related))
    return FALSE;
  if (focus_cb (self->related, NULL, NULL) == G_SOURCE_CONTINUE)
    gtk_widget_add_tick_callback (self->related, focus_cb, NULL, NULL);

  return TRUE;
}

static void
edit (YcEntryView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-entry", "s",
                              yc_knowledge_entry_get_id (self->entry));
}

gboolean
yc_entry_view_command (YcEntryView *self, YcPageCommand command)
{
  g_return_val_if_fail (YC_IS_ENTRY_VIEW (self), FALSE);

  if (command == YC_PAGE_COMMAND_VERSIONS)
    yc_entry_view_toggle_versions (self);
  else if (command == YC_PAGE_COMMAND_RELATED)
    return yc_entry_view_focus_related (self);
  else if (command == YC_PAGE_COMMAND_EDIT)
    edit (self);
  else if (command == YC_PAGE_COMMAND_CITIZEN_VIEW)
    yc_entry_view_show_large (self);
  else if (command == YC_PAGE_COMMAND_COPY_ANSWER)
    yc_entry_view_copy (self);
  else if (command == YC_PAGE_COMMAND_PRINT && self->version != NULL)
    print_cb (self);
  else
    return FALSE;

  return TRUE;
}
