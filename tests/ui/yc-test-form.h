/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form in a window, filled in by real key presses, with the list of its errors below. */
#pragma once

#include "yc-problem-list.h"
#include "yc-form-view.h"
#include "yc-test-window.h"

G_BEGIN_DECLS

typedef struct
{
  YcForm       *form;
  YcFormView   *view;
  YcProblemList *errors;
  GtkWindow    *window;
} YcTestForm;

typedef struct
{
  const char *name;
  const char *folder;   /* with schema.json and layout.json; %NULL if the test opens its form itself */
  void (*run) (YcTestForm    *self,
               gconstpointer  data);
} YcTestFormCase;

/* Runs the cases as /ui/PROGRAM/NAME. */
int          yc_test_form_run         (int                   argc,
                                       char                **argv,
                                       const YcTestFormCase *cases,
                                       gsize                 n);
/* Takes @schema and @layout, which may be %NULL, and shows the form. */
void         yc_test_form_open        (YcTestForm           *self,
                                       JsonNode             *schema,
                                       JsonNode             *layout);
JsonNode    *yc_test_form_load        (const char           *folder,
                                       const char           *name);

YcFormField *yc_test_form_find        (YcTestForm           *self,
                                       const char           *pointer);
const char  *yc_test_form_get_text    (YcTestForm           *self,
                                       const char           *pointer);
/* What the keys go to: of an entry the entry itself. */
GtkWidget   *yc_test_form_get_focus   (YcTestForm           *self);
/* A label on screen with these words, which are looked for in the language of the test. */
GtkWidget   *yc_test_form_find_words  (YcTestForm           *self,
                                       const char           *words);

void         yc_test_form_await_focus (YcTestForm           *self,
                                       const char           *pointer);
void         yc_test_form_await_text  (YcTestForm           *self,
                                       const char           *pointer,
                                       const char           *text);
/* @json: "" for no value */
void         yc_test_form_await_value (YcTestForm           *self,
                                       const char           *pointer,
                                       const char           *json);
void         yc_test_form_await_words (YcTestForm           *self,
                                       const char           *words);
/* Words with numbers and names in them, which are not looked for in another language. */
void         yc_test_form_await_counts (YcTestForm          *self,
                                        const char          *words);
void         yc_test_form_await_shown (GtkWidget            *entry,
                                       const char           *text);

/* Shows the list of what is missing and wrong, waits for what its title says, and jumps to the first
 * of it, which shall be at @pointer. */
void         yc_test_form_jump        (YcTestForm           *self,
                                       const char           *counts,
                                       const char           *pointer);
/* Whether what has the focus is wholly on screen; @data is the form. */
gboolean     yc_test_form_is_in_view  (gpointer              data);
/* Gives the focus to a field, and waits until all of it is on screen. */
void         yc_test_form_go_to       (YcTestForm           *self,
                                       const char           *pointer);
void         yc_test_form_press       (YcTestForm           *self,
                                       const char           *keys);
/* Types ASCII characters by key presses. */
void         yc_test_form_type        (YcTestForm           *self,
                                       const char           *text);

G_END_DECLS
