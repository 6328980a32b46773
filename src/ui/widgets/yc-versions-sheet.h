/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of one thing beside each other, and the choice which one is to be. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YcVersionsChoice:
 * @title: of the sheet
 * @words: what happened
 * @advice: what to think of before choosing
 * @action: the words on the button that sends ours
 * @differences: a list of #YcDifference
 * @can_send: whether the service would take ours
 * @conflict: an object that knows both versions
 * @send: sends ours
 * @keep: gives ours up
 * @finish: finishes both
 *
 * What is to be chosen from. All words are translated.
 */
typedef struct
{
  const char *title;
  const char *words;
  const char *advice;
  const char *action;
  GListModel *differences;
  gboolean    can_send;
  gpointer    conflict;
  void      (*send)   (gpointer conflict, GAsyncReadyCallback callback, gpointer user_data);
  void      (*keep)   (gpointer conflict, GAsyncReadyCallback callback, gpointer user_data);
  gboolean  (*finish) (gpointer conflict, GAsyncResult *result, GError **error);
} YcVersionsChoice;

void yc_versions_sheet_present (GtkWidget *over, const YcVersionsChoice *versions);

G_END_DECLS
