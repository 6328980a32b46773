/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF document on screen: its pages, zoom and page keys, and what is shown when there is none. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"
#include "yc-document.h"
#include "yc-trust.h"
#include "yc-verification.h"

G_BEGIN_DECLS

#define YC_TYPE_PREVIEW_VIEW (yc_preview_view_get_type ())

G_DECLARE_FINAL_TYPE (YcPreviewView, yc_preview_view, YC, PREVIEW_VIEW, GtkWidget)

/* Properties: "document" (#YcDocument, read-only, notified: NULL until one is shown).
 * Signals: "retry" (the clerk asks for another try after an error).
 * The view has the keys Ctrl+F, Ctrl+G, Ctrl+plus, Ctrl+minus, Ctrl+0, Page Up, Page Down, Home, End. */

/* Shows nothing yet. */
GtkWidget  *yc_preview_view_new          (void);

/* The document to show, and where it comes from; %NULL shows the empty state. The same bytes again
 * change nothing. */
void        yc_preview_view_set_pdf      (YcPreviewView   *self,
                                          GBytes          *pdf,
                                          YcDocumentOrigin origin);
/* The document is being fetched. */
void        yc_preview_view_set_loading  (YcPreviewView *self);
/* It could not be fetched: what happened and what to do, translated. */
void        yc_preview_view_set_error    (YcPreviewView *self,
                                          const char    *title,
                                          const char    *way_out);
/* From now on says of each document what its seal is worth, by @trust (nullable: nobody is
 * believed). Without this call there is no line about the seal. */
void        yc_preview_view_show_seal    (YcPreviewView *self, YcTrust *trust);
/* Likewise, by those whom this desk believes: the sample authority in demo mode, else the file of
 * the setting "trust-file". */
void        yc_preview_view_show_seal_for_desk (YcPreviewView *self, YcDesk *desk);
/* (transfer none) (nullable): %NULL until the seal has been checked */
YcVerification *yc_preview_view_get_verification (YcPreviewView *self);
/* What the empty state says, translated. */
void        yc_preview_view_set_empty_words (YcPreviewView *self,
                                             const char    *title,
                                             const char    *words);

YcDocument *yc_preview_view_get_document (YcPreviewView *self);

G_END_DECLS
