/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search index is told of one document. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcSearchDocument YcSearchDocument;

/**
 * yc_search_document_new:
 * @kind: what it is: "item", "list", "entry", "replacement", "case", …
 * @id: its id within the kind
 * @title: its title; of a knowledge entry the question
 *
 * Text is UTF-8; what is not is made so. May be called from any thread, as all functions here.
 *
 * Returns: (transfer full): a document
 */
YcSearchDocument *yc_search_document_new          (const char       *kind,
                                                   const char       *id,
                                                   const char       *title);
void              yc_search_document_free         (YcSearchDocument *self);

/* Plain text, searched by its characters and not by pinyin. */
void              yc_search_document_set_body     (YcSearchDocument *self,
                                                   const char       *body);
/* Another name, a synonym, a keyword, other wordings of the question: searched as the title is. */
void              yc_search_document_add_tag      (YcSearchDocument *self,
                                                   const char       *tag);
/* The code of an item, a serial number, a telephone number: found by any run of its letters and
 * digits, typed with or without the hyphens and spaces between them.
 */
void              yc_search_document_add_code     (YcSearchDocument *self,
                                                   const char       *code);
/* Multiplies the score; from 0.01 to 10, 1.0 for most. */
void              yc_search_document_set_weight   (YcSearchDocument *self,
                                                   double            weight);
/* The path of the place it holds for, "440000/440700/440705/": "" or NULL for everywhere. A document
 * that holds for several places is given several.
 */
void              yc_search_document_add_place    (YcSearchDocument *self,
                                                   const char       *place);
/* The days between which it is in force, both among them; NULL for no bound. */
void              yc_search_document_set_in_force (YcSearchDocument *self,
                                                   const GDate      *from,
                                                   const GDate      *until);
/* Personal data: kept in memory only, never written to the disk; tags and codes are found by and not
 * shown.
 */
void              yc_search_document_set_personal (YcSearchDocument *self,
                                                   gboolean          personal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchDocument, yc_search_document_free)

G_END_DECLS
