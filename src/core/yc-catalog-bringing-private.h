/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings documents that are known by name alone from where they are kept. */
#pragma once

#include "yc-catalog-shelf-private.h"

G_BEGIN_DECLS

/* Takes @task, which is given TRUE once those of @ids that there are are on @shelf. */
void yc_catalog_bringing_begin (YcCatalogShelf      *shelf,
                                const char          *kind,
                                const char *const   *ids,
                                YcCatalogFetchTexts  fetch,
                                gpointer             fetch_data,
                                GTask               *task);

G_END_DECLS
