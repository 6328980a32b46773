/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the sidebar: which page each opens, for which roles. */
#include "yc-places.h"

#include "yc-cases-page.h"
#include "yc-reception-page.h"
#include "yc-certificates-page.h"
#include "yc-knowledge-page.h"
#include "yc-returns-page.h"
#include "yc-review-page.h"
#include "yc-role.h"

#include <glib/gi18n-lib.h>

#define CLERKS (1u << YC_ROLE_CLERK)
#define CERTIFIERS (1u << YC_ROLE_CLERK | 1u << YC_ROLE_SUPERVISOR)
#define REVIEWERS (1u << YC_ROLE_REVIEWER)
#define ASKERS (CLERKS | REVIEWERS | SUPERVISORS)
#define SUPERVISORS (1u << YC_ROLE_SUPERVISOR | 1u << YC_ROLE_ADMINISTRATOR)

/* A new page is one row here; the order is that of the sidebar and of Alt+1, Alt+2, … */
static const YcPlace places[] = {
  { YC_PLACE_RECEPTION, N_ ("Reception"), "yc-place-reception-symbolic", CLERKS,
    yc_reception_page_get_type },
  { YC_PLACE_CASES, N_ ("Cases"), "yc-place-cases-symbolic", CLERKS, yc_cases_page_get_type },
  { YC_PLACE_REVIEW, N_ ("Review"), "yc-place-review-symbolic", REVIEWERS,
    yc_review_page_get_type },
  { YC_PLACE_RETURNS, N_ ("Returns"), "yc-place-returns-symbolic", SUPERVISORS,
    yc_returns_page_get_type },
  { YC_PLACE_CERTIFICATES, N_ ("Certificates"), "yc-place-certificates-symbolic", CERTIFIERS,
    yc_certificates_page_get_type },
  { YC_PLACE_KNOWLEDGE, N_ ("Knowledge"), "yc-place-knowledge-symbolic", ASKERS,
    yc_knowledge_page_get_type },
};

/**
 * yc_places_get_all:
 * @n_places: (out): number of places
 *
 * Returns: (transfer none) (array length=n_places): every place, in the sidebar's order
 */
const YcPlace *
yc_places_get_all (gsize *n_places)
{
  g_return_val_if_fail (n_places != NULL, NULL);

  *n_places = G_N_ELEMENTS (places);

  return places;
}

/**
 * yc_place_get_title:
 * @place: a place
 *
 * Returns: (transfer none): its title in the user's language
 */
const char *
yc_place_get_title (const YcPlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  return _ (place->title);
}
