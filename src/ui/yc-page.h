/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place's page: what the window asks of it is to take the focus and carry out commands. */
#pragma once

#include "yc-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YcPageCommand:
 * @YC_PAGE_COMMAND_NEXT_STEP: go on, or send (Ctrl+Enter).
 * @YC_PAGE_COMMAND_PRINT: print what is on screen (Ctrl+P).
 * @YC_PAGE_COMMAND_NEXT_ITEM: the next case of the list (Ctrl+Down).
 * @YC_PAGE_COMMAND_PREVIOUS_ITEM: the previous case of the list (Ctrl+Up).
 * @YC_PAGE_COMMAND_NEXT_ERROR: to the next field with something missing or wrong (F2).
 * @YC_PAGE_COMMAND_PREVIOUS_ERROR: to the one before (Shift+F2).
 * @YC_PAGE_COMMAND_SHOW_PERSON: show or mask the personal data on screen (F3).
 * @YC_PAGE_COMMAND_CITIZEN_VIEW: the large page for the citizen (F4).
 * @YC_PAGE_COMMAND_LOOK: the certificate as it will be (Ctrl+Shift+P).
 * @YC_PAGE_COMMAND_REFRESH: fetch again (F5).
 * @YC_PAGE_COMMAND_COPY_ANSWER: copy the knowledge answer on screen (Ctrl+Shift+C).
 * @YC_PAGE_COMMAND_VERSIONS: the other versions of the answer on screen (Alt+V).
 * @YC_PAGE_COMMAND_RELATED: to what the answer on screen has to do with (Alt+L).
 * @YC_PAGE_COMMAND_EDIT: write a new version of the answer on screen (Alt+E).
 * @YC_PAGE_COMMAND_REPORT: report a mistake or a gap in the knowledge base (Alt+R).
 * @YC_PAGE_COMMAND_CONSULT: record what was asked (Alt+Q).
 * @YC_PAGE_COMMAND_STEP_1: the first step (Ctrl+1); the others follow.
 *
 * What a key means to whichever page is on screen. The keys are in yc-shortcuts.c.
 */
typedef enum
{
  YC_PAGE_COMMAND_NEXT_STEP = 1,
  YC_PAGE_COMMAND_PRINT,
  YC_PAGE_COMMAND_NEXT_ITEM,
  YC_PAGE_COMMAND_PREVIOUS_ITEM,
  YC_PAGE_COMMAND_NEXT_ERROR,
  YC_PAGE_COMMAND_PREVIOUS_ERROR,
  YC_PAGE_COMMAND_SHOW_PERSON,
  YC_PAGE_COMMAND_CITIZEN_VIEW,
  YC_PAGE_COMMAND_LOOK,
  YC_PAGE_COMMAND_REFRESH,
  YC_PAGE_COMMAND_COPY_ANSWER,
  YC_PAGE_COMMAND_VERSIONS,
  YC_PAGE_COMMAND_RELATED,
  YC_PAGE_COMMAND_EDIT,
  YC_PAGE_COMMAND_REPORT,
  YC_PAGE_COMMAND_SAVE_PLAN,
  YC_PAGE_COMMAND_FIND_PLAN,
  YC_PAGE_COMMAND_HAND_OVER,
  YC_PAGE_COMMAND_CONSULT,
  YC_PAGE_COMMAND_STEP_1,
  YC_PAGE_COMMAND_STEP_2,
  YC_PAGE_COMMAND_STEP_3,
  YC_PAGE_COMMAND_STEP_4,
  YC_PAGE_COMMAND_STEP_5,
} YcPageCommand;

#define YC_TYPE_PAGE (yc_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (YcPage, yc_page, YC, PAGE, GtkWidget)

/**
 * YcPageClass:
 * @shown: the page came on screen: put the focus where work begins. The focus goes to the first
 *   child that takes it when this is not set.
 * @command: carry out a command; returns whether the page knew it.
 *
 * What stands below each other in a page are its children.
 */
struct _YcPageClass
{
  GtkWidgetClass parent_class;

  void     (*shown)   (YcPage *self);
  gboolean (*command) (YcPage *self, YcPageCommand command);
};

YcDesk  *yc_page_get_desk  (YcPage *self);
guint    yc_page_get_badge (YcPage *self);
void     yc_page_set_badge (YcPage *self, guint badge);
void     yc_page_shown     (YcPage *self);
gboolean yc_page_command   (YcPage *self, YcPageCommand command);

G_END_DECLS
