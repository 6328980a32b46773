/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds items, question lists, knowledge entries and the like by Chinese text or pinyin. */
#pragma once

#include <gio/gio.h>

#include "yc-catalog.h"
#include "yc-finder-document.h"
#include "yc-hit.h"

G_BEGIN_DECLS

#define YC_TYPE_FINDER (yc_finder_get_type ())

G_DECLARE_FINAL_TYPE (YcFinder, yc_finder, YC, FINDER, GObject)

/**
 * yc_finder_new:
 *
 * Makes an empty finder. It belongs to one thread.
 *
 * Returns: (transfer full): a finder
 */
YcFinder   *yc_finder_new                (void);

/**
 * yc_finder_add:
 * @self: a finder
 * @kind: what it is: "item", "list", "entry", "replacement", …
 * @id: its id within the kind; a document added before with the same kind and id is replaced
 * @title: its title
 * @body: (nullable): its text
 * @tags: (nullable): its other names and tags
 * @weight: multiplies the score; 1.0 for most
 *
 * Adds a document.
 */
void        yc_finder_add                (YcFinder            *self,
                                          const char          *kind,
                                          const char          *id,
                                          const char          *title,
                                          const char          *body,
                                          const char *const   *tags,
                                          double               weight);

/**
 * yc_finder_take:
 * @self: a finder
 * @document: (transfer full): what is to be found
 *
 * Adds a document that was made ready before, perhaps in another thread; one with the same kind and
 * id is replaced.
 */
void        yc_finder_take               (YcFinder            *self,
                                          YcFinderDocument    *document);

/**
 * yc_finder_remove:
 * @self: a finder
 * @kind: what it is
 * @id: its id within the kind
 *
 * Removes a document; no error when there is none.
 */
void        yc_finder_remove             (YcFinder            *self,
                                          const char          *kind,
                                          const char          *id);

/**
 * yc_finder_clear:
 * @self: a finder
 *
 * Removes all documents.
 */
void        yc_finder_clear              (YcFinder            *self);

/**
 * yc_finder_get_n_documents:
 * @self: a finder
 *
 * Returns: how many documents there are
 */
guint       yc_finder_get_n_documents    (YcFinder            *self);

/**
 * yc_finder_find:
 * @self: a finder
 * @query: (nullable): one or more words, in any order, all of which a hit must have
 * @limit: the most hits to answer
 *
 * Finds documents that have every word of @query as a run of characters in title, tags or body, or
 * as pinyin in title or tags: in full ("jieti"), by initials ("jtsf") or mixed with characters
 * ("jt水费"). Case and width of letters do not matter; ü is typed as v or u. Titles come before
 * tags, tags before body, a match at the very beginning first; equals keep the order in which they
 * were added.
 *
 * Returns: (transfer full): a list of #YcHit, best first; empty for an empty query
 */
GListModel *yc_finder_find               (YcFinder            *self,
                                          const char          *query,
                                          guint                limit);

/**
 * yc_finder_find_kind:
 * @self: a finder
 * @kind: what to look for
 * @query: (nullable): as in yc_finder_find()
 * @limit: the most hits to answer
 *
 * Returns: (transfer full): a list of #YcHit of that kind only, best first
 */
GListModel *yc_finder_find_kind          (YcFinder            *self,
                                          const char          *kind,
                                          const char          *query,
                                          guint                limit);

/**
 * yc_finder_fill_from_catalog:
 * @self: a finder
 * @catalog: a catalog
 *
 * Clears the finder and adds all items, question lists, knowledge entries and replacements of
 * @catalog. Later changes of the catalog are not followed: see yc_finder_take().
 */
void        yc_finder_fill_from_catalog  (YcFinder            *self,
                                          YcCatalog           *catalog);

G_END_DECLS
