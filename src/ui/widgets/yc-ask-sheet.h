/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet that asks for a few texts and choices and is sent with Ctrl+Enter. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-page.h"

G_BEGIN_DECLS

/**
 * YcAskField:
 * @name: by which it is asked for
 * @title: its label, translated
 * @value: (nullable): what stands in it first
 * @choices: (nullable) (array zero-terminated=1): what can be chosen; a text without
 * @height: of a text of several lines in pixels; 0 for one line
 * @needed: whether it must not be empty
 * @widget: (nullable): what stands there instead of a text or choices
 *
 * One field of the sheet.
 */
typedef struct
{
  const char        *name;
  const char        *title;
  const char        *value;
  const char *const *choices;
  int                height;
  gboolean           needed;
  GtkWidget         *widget;
} YcAskField;

#define YC_TYPE_ASK_SHEET (yc_ask_sheet_get_type ())

G_DECLARE_FINAL_TYPE (YcAskSheet, yc_ask_sheet, YC, ASK_SHEET, YcPage)

/* Signals: "changed": something was typed; "send": what is needed is there and shall be sent; "done":
 * what was typed has gone where it should, and the sheet closes. */

YcAskSheet *yc_ask_sheet_present    (GtkWidget *over, const char *title, const char *about,
                                     const YcAskField *fields, guint n_fields, const char *action);
void        yc_ask_sheet_set_about  (YcAskSheet *self, const char *about);
void        yc_ask_sheet_set_side   (YcAskSheet *self, GtkWidget *side);
void        yc_ask_sheet_set_note   (YcAskSheet *self, GtkWidget *note);
/* (transfer full): what stands in the fields; and back, what @fields has of them */
JsonObject *yc_ask_sheet_write      (YcAskSheet *self);
void        yc_ask_sheet_read       (YcAskSheet *self, JsonObject *fields);
/* A field that means nothing now, with its label, is not shown. */
void        yc_ask_sheet_set_shown  (YcAskSheet *self, const char *name, gboolean shown);
/* (transfer full): without the spaces around it */
char       *yc_ask_sheet_dup_text   (YcAskSheet *self, const char *name);
guint       yc_ask_sheet_get_choice (YcAskSheet *self, const char *name);
/* Nothing can be sent twice while it is under way. */
void        yc_ask_sheet_set_busy   (YcAskSheet *self);
void        yc_ask_sheet_fail       (YcAskSheet *self, const char *words);
void        yc_ask_sheet_close      (YcAskSheet *self);

G_END_DECLS
