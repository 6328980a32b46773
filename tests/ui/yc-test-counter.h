/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A counter for tests: the whole window of a desk, a real service, and a line that can be cut. */
#pragma once

#include "yc-proxy.h"
#include "yc-step-line.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"
#include "yc-test-ui.h"
#include "yc-visit.h"

G_BEGIN_DECLS

typedef struct
{
  YcTestService *service;
  YcProxy       *line;
  YcTestFolder  *folder;
  YcDesk        *desk;
  GtkWindow     *window;
} YcTestCounter;

/* @joined: whether the line is there from the beginning. */
void         yc_test_counter_open             (YcTestCounter *self, gboolean joined);
void         yc_test_counter_close            (YcTestCounter *self);
void         yc_test_counter_join_line        (YcTestCounter *self);
/* The service begins anew where the desk does not find it; whoever else asks it does. */
void         yc_test_counter_cut_line         (YcTestCounter *self);
void         yc_test_counter_sign_in          (YcTestCounter *self, const char *user);
/* Key presses, and what follows of them at once. */
void         yc_test_counter_press            (YcTestCounter *self, const char *keys);
/* Waits for an English text of the interface to be read somewhere in the window. */
void         yc_test_counter_wait_to_read     (YcTestCounter *self, const char *text);
gboolean     yc_test_counter_can_read         (YcTestCounter *self, const char *text);
/* Waits for a widget of this type on screen. */
GtkWidget   *yc_test_counter_find             (YcTestCounter *self, GType type);
YcVisit     *yc_test_counter_get_visit        (YcTestCounter *self);
YcStep       yc_test_counter_get_step         (YcTestCounter *self);
GtkEditable *yc_test_counter_get_need         (YcTestCounter *self);
GtkEditable *yc_test_counter_get_person_entry (YcTestCounter *self, const char *label);
/* (transfer none): a visit on screen with a draft of that certificate, ready to be submitted. */
YcCaseDraft *yc_test_counter_fill_draft       (YcTestCounter *self);
/* Finds the tiered-water certificate and takes it up. */
void         yc_test_counter_take_item        (YcTestCounter *self);
/* Takes up the tiered-water certificate for somebody. */
void         yc_test_counter_begin_item       (YcTestCounter *self, const char *name);

/* Ctrl+K, words, and keys down to the first hit of that kind, which is shown then. (transfer none) */
YcHit       *yc_test_counter_look_for         (YcTestCounter *self, const char *words,
                                               const char *kind);
/* (transfer none) (nullable): the hit that is chosen there */
YcHit       *yc_test_counter_get_selected     (YcTestCounter *self);

G_END_DECLS
