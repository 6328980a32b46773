/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "yc-hit.h"
#include "yc-reception-page.h"
#include "yc-sheet.h"
#include "yc-window.h"

G_BEGIN_DECLS

struct _YcWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *host;
  GtkStack  *root;
  GtkLabel  *loading_words;
  GtkLabel  *loading_advice;
  GtkWidget *trouble;
  GtkWidget *sign_in;
  GtkWidget *topbar;
  GtkWidget *place_title;
  GtkWidget *tabs;
  GtkWidget *search;
  GtkWidget *corner;
  GtkWidget *user;
  GtkWidget *demo_button;
  GtkWidget *places;

  GSettings *settings;
  YcDesk    *desk;
  YcSheet   *sign_in_sheet;
  char      *shown_user;
  gboolean   demo;
};

void             yc_window_add_actions   (YcWindow *self);
YcReceptionPage *yc_window_get_reception (YcWindow *self);
void             yc_window_allow_editing (YcWindow *self, gboolean allowed);
/* Opens what was found, where it is worked on. */
void             yc_window_open_hit      (YcWindow *self, YcHit *hit);

G_END_DECLS
