/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of a catalog: one file per kind of mistake, all telling into one list. */
#pragma once

#include "yc-catalog-folder-private.h"
#include "yc-form.h"
#include "yc-schema.h"

G_BEGIN_DECLS

/*
 * YcCatalogCheck:
 * @folder: what is checked
 * @problems: (element-type YcCatalogProblem): what was found so far
 */
typedef struct
{
  YcCatalogFolder *folder;
  GPtrArray *problems;
} YcCatalogCheck;

typedef void (*YcCatalogCheckFunc) (YcCatalogCheck    *check,
                                    YcCatalogDocument *document,
                                    JsonObject        *body);

GPtrArray *yc_catalog_check                 (YcCatalogFolder     *folder);
GPtrArray *yc_catalog_check_sheets          (YcCatalogFolder     *folder);

void       yc_catalog_check_tell            (YcCatalogCheck      *check,
                                             YcCatalogDocument   *document,
                                             const char          *pointer,
                                             const char          *format,
                                             ...) G_GNUC_PRINTF (4, 5);
void       yc_catalog_check_warn            (YcCatalogCheck      *check,
                                             YcCatalogDocument   *document,
                                             const char          *pointer,
                                             const char          *format,
                                             ...) G_GNUC_PRINTF (4, 5);
void       yc_catalog_check_warn_within     (YcCatalogCheck      *check,
                                             YcCatalogDocument   *document,
                                             const char          *pointer,
                                             const char          *text,
                                             const char          *at,
                                             const char          *message);
void       yc_catalog_check_each            (YcCatalogCheck      *check,
                                             const char          *kind,
                                             YcCatalogCheckFunc   func);
gboolean   yc_catalog_check_has_mistakes    (YcCatalogCheck      *check,
                                             YcCatalogDocument   *document);
JsonObject *yc_catalog_check_find           (YcCatalogCheck      *check,
                                             const char          *kind,
                                             const char          *id);

void       yc_catalog_check_schemas         (YcCatalogCheck      *check);
void       yc_catalog_check_names           (YcCatalogCheck      *check);
void       yc_catalog_check_references      (YcCatalogCheck      *check);
void       yc_catalog_check_forms           (YcCatalogCheck      *check);
void       yc_catalog_check_form_of         (YcCatalogCheck      *check,
                                             YcCatalogDocument   *document,
                                             JsonObject          *body);
void       yc_catalog_check_words_of        (YcCatalogCheck      *check,
                                             YcCatalogDocument   *document,
                                             JsonObject          *body,
                                             YcForm              *form);
void       yc_catalog_check_part            (YcCatalogCheck      *check,
                                             YcSchema            *schema,
                                             YcCatalogDocument   *document,
                                             const char          *pointer);
GPtrArray *yc_catalog_check_sort            (GPtrArray           *problems);
void       yc_catalog_check_lists           (YcCatalogCheck      *check);
void       yc_catalog_check_order           (YcCatalogCheck      *check);
void       yc_catalog_check_list_relations  (YcCatalogCheck      *check,
                                             GPtrArray           *versions);
void       yc_catalog_check_templates       (YcCatalogCheck      *check);
void       yc_catalog_check_codes           (YcCatalogCheck      *check);
void       yc_catalog_check_dates           (YcCatalogCheck      *check);
void       yc_catalog_check_synonyms        (YcCatalogCheck      *check);
void       yc_catalog_check_punctuation     (YcCatalogCheck      *check);

G_END_DECLS
