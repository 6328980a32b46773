/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One mistake in a catalog, and where its author finds it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YcCatalogSeverity:
 * @YC_CATALOG_SEVERITY_ERROR: the catalog cannot be published like this.
 * @YC_CATALOG_SEVERITY_WARNING: it can, but someone should look at it.
 */
typedef enum
{
  YC_CATALOG_SEVERITY_ERROR = 1,
  YC_CATALOG_SEVERITY_WARNING,
} YcCatalogSeverity;

#define YC_TYPE_CATALOG_PROBLEM (yc_catalog_problem_get_type ())

typedef struct _YcCatalogProblem YcCatalogProblem;

GType              yc_catalog_problem_get_type     (void) G_GNUC_CONST;
YcCatalogProblem  *yc_catalog_problem_new          (YcCatalogSeverity       severity,
                                                    const char             *file,
                                                    guint                   line,
                                                    guint                   column,
                                                    const char             *message);
YcCatalogProblem  *yc_catalog_problem_new_of_json  (const char             *file,
                                                    const char             *message);
YcCatalogProblem  *yc_catalog_problem_copy         (const YcCatalogProblem *self);
void               yc_catalog_problem_free         (YcCatalogProblem       *self);
YcCatalogSeverity  yc_catalog_problem_get_severity (const YcCatalogProblem *self);
const char        *yc_catalog_problem_get_file     (const YcCatalogProblem *self);
guint              yc_catalog_problem_get_line     (const YcCatalogProblem *self);
guint              yc_catalog_problem_get_column   (const YcCatalogProblem *self);
const char        *yc_catalog_problem_get_message  (const YcCatalogProblem *self);
char              *yc_catalog_problem_to_string    (const YcCatalogProblem *self);
int                yc_catalog_problem_compare      (const YcCatalogProblem *a,
                                                    const YcCatalogProblem *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCatalogProblem, yc_catalog_problem_free)

G_END_DECLS
