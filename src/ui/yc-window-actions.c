/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window's keys and menus do. */
#include "yc-window-private.h"

#include "yc-entry-editor.h"
#include "yc-entry-print.h"
#include "yc-entry-take.h"
#include "yc-help-sheet.h"
#include "yc-places-view.h"
#include "yc-places.h"
#include "yc-search-button.h"
#include "yc-sound-sheet.h"
#include "yc-verify-view.h"

#include <string.h>

static gboolean
is_busy (YcWindow *self)
{
  return yc_sheet_host_is_busy (YC_SHEET_HOST (self->host)) ||
         g_strcmp0 (gtk_stack_get_visible_child_name (self->root), "shell") != 0;
}

static const struct
{
  const char   *name;
  YcPageCommand command;
} commands[] = {
  { "next-step", YC_PAGE_COMMAND_NEXT_STEP },
  { "print", YC_PAGE_COMMAND_PRINT },
  { "next-item", YC_PAGE_COMMAND_NEXT_ITEM },
  { "previous-item", YC_PAGE_COMMAND_PREVIOUS_ITEM },
  { "next-error", YC_PAGE_COMMAND_NEXT_ERROR },
  { "previous-error", YC_PAGE_COMMAND_PREVIOUS_ERROR },
  { "show-person", YC_PAGE_COMMAND_SHOW_PERSON },
  { "citizen-view", YC_PAGE_COMMAND_CITIZEN_VIEW },
  { "look", YC_PAGE_COMMAND_LOOK },
  { "refresh", YC_PAGE_COMMAND_REFRESH },
  { "copy-answer", YC_PAGE_COMMAND_COPY_ANSWER },
  { "versions", YC_PAGE_COMMAND_VERSIONS },
  { "related", YC_PAGE_COMMAND_RELATED },
  { "edit", YC_PAGE_COMMAND_EDIT },
  { "report", YC_PAGE_COMMAND_REPORT },
  { "save-plan", YC_PAGE_COMMAND_SAVE_PLAN },
  { "find-plan", YC_PAGE_COMMAND_FIND_PLAN },
  { "hand-over", YC_PAGE_COMMAND_HAND_OVER },
  { "consult", YC_PAGE_COMMAND_CONSULT },
  { "step-1", YC_PAGE_COMMAND_STEP_1 },
  { "step-2", YC_PAGE_COMMAND_STEP_2 },
  { "step-3", YC_PAGE_COMMAND_STEP_3 },
  { "step-4", YC_PAGE_COMMAND_STEP_4 },
  { "step-5", YC_PAGE_COMMAND_STEP_5 },
};

/* A page that lies over the others has the keys. */
static void
carry_out (YcWindow *self, YcPageCommand command)
{
  GtkWidget *top = yc_sheet_host_get_top (YC_SHEET_HOST (self->host));

  if (YC_IS_PAGE (top))
    yc_page_command (YC_PAGE (top), command);
  else if (!is_busy (self))
    yc_places_view_command (YC_PLACES_VIEW (self->places), command);
}

static void
command_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      carry_out (self, commands[i].command);
}

static void
place_number_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!is_busy (self))
    yc_places_view_show_number (YC_PLACES_VIEW (self->places), g_variant_get_int32 (parameter));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!is_busy (self))
    yc_search_button_open (YC_SEARCH_BUTTON (self->search));
}

/* The visits' keys bring the reception on screen first: they are about its tabs. */
static void
visit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;
  YcReceptionPage *page = yc_window_get_reception (self);
  const char *name = g_action_get_name (G_ACTION (action));

  if (page == NULL || is_busy (self))
    return;

  if (g_strcmp0 (yc_window_get_place (self), YC_PLACE_RECEPTION) != 0)
    yc_window_show_place (self, YC_PLACE_RECEPTION);
  if (g_str_equal (name, "new-visit"))
    yc_reception_page_add_visit (page);
  else if (g_str_equal (name, "close-visit"))
    yc_reception_page_close_visit (page, yc_reception_page_get_visit (page));
  else
    yc_reception_page_move (page, g_str_equal (name, "next-visit") ? 1 : -1);
}

static void
print_entry (GtkWidget *owner, YcKnowledgeEntry *entry)
{
  YcWindow *self = YC_WINDOW (owner);

  yc_entry_print_present (self->topbar, self->desk, entry);
}

/* An answer is shown on a sheet, too: it goes on paper from there. */
static void
print_entry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  yc_entry_take (GTK_WIDGET (self), yc_desk_get_catalog (self->desk),
                 g_variant_get_string (parameter, NULL), print_entry);
}

/* Something that an answer has to do with, as if it had been searched for. */
static void
open_found_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *kind, *id, *title;
  g_autoptr (YcHit) hit = NULL;

  g_variant_get (parameter, "(&s&s&s)", &kind, &id, &title);
  hit = yc_hit_new (kind, id, title, NULL, 0, NULL, NULL);
  yc_window_open_hit (user_data, hit);
}

/* @parameter: (nullable): the entry that gets a version */
static void
edit_entry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->root), "shell") == 0)
    yc_entry_editor_present (self->topbar, self->desk,
                             parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL,
                             NULL);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!yc_sheet_host_is_busy (YC_SHEET_HOST (self->host)))
    yc_help_sheet_present (self->topbar);
}

static void
sign_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!is_busy (self))
    yc_session_sign_out_async (yc_desk_get_session (self->desk), NULL, NULL, NULL);
}

static void
sounds_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!is_busy (self))
    yc_sound_sheet_present (yc_desk_get_seeker (self->desk), self->settings, self->topbar);
}

/* Somebody brings a certificate, whatever the clerk is at: the work beneath stays as it is. */
static void
verify_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!is_busy (self))
    yc_verify_view_present (self->desk, self->topbar);
}

static const GActionEntry actions[] = {
  { "place-number", place_number_cb, "i" },
  { "print-entry", print_entry_cb, "s" },
  { "open-found", open_found_cb, "(sss)" },
  { "edit-entry", edit_entry_cb, "s" },
  { "new-entry", edit_entry_cb },
  { "search", search_cb },
  { "sounds", sounds_cb },
  { "new-visit", visit_cb },
  { "close-visit", visit_cb },
  { "next-visit", visit_cb },
  { "previous-visit", visit_cb },
  { "verify", verify_cb },
  { "help", help_cb },
  { "sign-out", sign_out_cb },
};

/**
 * yc_window_add_actions:
 * @self: the window
 *
 * Adds what the keys of yc-shortcuts.c and the menus do.
 */
void
yc_window_add_actions (YcWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      GActionEntry entry = { commands[i].name, command_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
}

/**
 * yc_window_allow_editing:
 * @self: the window
 * @allowed: whether who is signed in keeps the knowledge base
 *
 * What nobody may do is offered to nobody.
 */
void
yc_window_allow_editing (YcWindow *self, gboolean allowed)
{
  static const char *const names[] = { "edit", "edit-entry", "new-entry" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])), allowed);
}
