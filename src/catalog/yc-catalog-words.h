/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the words of a form in other languages are kept: words.LANGUAGE.json beside its schema. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-catalog-document.h"

G_BEGIN_DECLS

char  *yc_catalog_words_dup_language (const char        *path);
GStrv  yc_catalog_words_list_files   (const char        *schema);
void   yc_catalog_words_add          (YcCatalogDocument *document,
                                      const char        *path,
                                      const char        *text,
                                      JsonNode          *words);

G_END_DECLS
