/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes of the API: what each asks for, who may use it, where it runs. */
#include "yc-route.h"

#include "yc-routes-private.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define API "/api/v1"

#define CLERK YC_ROLE_BIT (YC_ROLE_CLERK)
#define REVIEWER YC_ROLE_BIT (YC_ROLE_REVIEWER)
#define SUPERVISOR YC_ROLE_BIT (YC_ROLE_SUPERVISOR)
#define ADMINISTRATOR YC_ROLE_BIT (YC_ROLE_ADMINISTRATOR)

/* A city's catalog: 1,300 items, their forms, 10,000 knowledge entries. */
#define MAX_CATALOG (64 * 1024 * 1024)

/* Whoever works with cases; a trainer practises and sees none of them. */
#define CASE_READERS (CLERK | REVIEWER | SUPERVISOR | ADMINISTRATOR)

static const YcRoute routes[] = {
  { "POST", API "/sessions", YC_ROLES_PUBLIC, YC_LANE_SLOW, FALSE, yc_session_route_create },
  { "GET", API "/sessions/current", YC_ROLES_ALL, YC_LANE_READ, FALSE, yc_session_route_get },
  { "DELETE", API "/sessions/current", YC_ROLES_ALL, YC_LANE_WRITE, FALSE,
    yc_session_route_remove },
  { "GET", API "/users", ADMINISTRATOR | SUPERVISOR, YC_LANE_READ, FALSE, yc_user_route_list },
  { "POST", API "/users", ADMINISTRATOR, YC_LANE_SLOW, FALSE, yc_user_route_create },
  { "GET", API "/catalog/changes", YC_ROLES_ALL, YC_LANE_READ, FALSE,
    yc_catalog_route_get_changes },
  { "POST", API "/catalog/versions", ADMINISTRATOR, YC_LANE_SLOW, FALSE,
    yc_catalog_route_publish, MAX_CATALOG },
  { "GET", API "/knowledge/{id}", YC_ROLES_ALL, YC_LANE_READ, FALSE, yc_knowledge_route_get },
  { "POST", API "/knowledge/{id}/versions", SUPERVISOR | ADMINISTRATOR, YC_LANE_WRITE, TRUE,
    yc_knowledge_route_publish },
  { "GET", API "/inquiries", CASE_READERS, YC_LANE_READ, FALSE, yc_inquiry_route_list },
  { "POST", API "/inquiries", CASE_READERS, YC_LANE_WRITE, TRUE, yc_inquiry_route_create },
  { "GET", API "/inquiries/{id}", CASE_READERS, YC_LANE_READ, FALSE, yc_inquiry_route_get },
  { "POST", API "/inquiries/{id}/steps", CASE_READERS, YC_LANE_WRITE, TRUE,
    yc_inquiry_route_step },
  { "POST", API "/inquiries/{id}/looks", CASE_READERS, YC_LANE_WRITE, FALSE,
    yc_inquiry_route_hear },
  { "GET", API "/cases", CASE_READERS, YC_LANE_READ, FALSE, yc_case_route_list },
  { "POST", API "/cases", CLERK, YC_LANE_WRITE, TRUE, yc_case_route_create },
  { "GET", API "/cases/{id}", CASE_READERS, YC_LANE_READ, FALSE, yc_case_route_get },
  { "POST", API "/cases/{id}/submissions", CLERK, YC_LANE_WRITE, TRUE, yc_case_route_submit },
  { "POST", API "/cases/{id}/decisions", REVIEWER, YC_LANE_WRITE, TRUE, yc_case_route_decide,
    0, yc_case_route_foresee },
  { "POST", API "/cases/{id}/withdrawal", CLERK, YC_LANE_WRITE, TRUE,
    yc_case_route_withdraw },
  { "GET", API "/cases/{id}/certificate", CASE_READERS, YC_LANE_READ, FALSE,
    yc_case_route_get_certificate },
  { "POST", API "/people/records", CLERK, YC_LANE_WRITE, FALSE, yc_person_route_find },
  { "POST", API "/people/licences", CLERK, YC_LANE_WRITE, FALSE, yc_licence_route_find },
  { "POST", API "/plans", CLERK, YC_LANE_WRITE, TRUE, yc_plan_route_create },
  { "GET", API "/plans", CLERK, YC_LANE_READ, FALSE, yc_plan_route_list_held },
  { "POST", API "/plans/searches", CLERK | SUPERVISOR, YC_LANE_WRITE, FALSE, yc_plan_route_search },
  { "GET", API "/plans/hand-overs", CLERK | SUPERVISOR, YC_LANE_READ, FALSE,
    yc_plan_route_list_open },
  { "POST", API "/plans/{id}/contents", CLERK, YC_LANE_WRITE, TRUE, yc_plan_route_change },
  { "POST", API "/plans/{id}/looks", CLERK | SUPERVISOR, YC_LANE_WRITE, FALSE, yc_plan_route_look },
  { "POST", API "/plans/{id}/hand-overs", CLERK, YC_LANE_WRITE, TRUE, yc_plan_route_hand_over },
  { "POST", API "/plans/{id}/answers", CLERK, YC_LANE_WRITE, TRUE, yc_plan_route_answer },
  { "PUT", API "/files/{id}", CLERK, YC_LANE_SLOW, FALSE, yc_file_route_put },
  { "GET", API "/files/{id}", CASE_READERS, YC_LANE_LONG_READ, FALSE, yc_file_route_get },
  { "GET", API "/certificates", CASE_READERS, YC_LANE_READ, FALSE, yc_certificate_route_list },
  { "GET", API "/certificates/{serial}", CASE_READERS, YC_LANE_READ, FALSE,
    yc_certificate_route_get },
  { "POST", API "/certificates/{serial}/void", REVIEWER | SUPERVISOR, YC_LANE_WRITE, TRUE,
    yc_certificate_route_make_void },
  { "POST", API "/certificates/{serial}/replacement", REVIEWER | SUPERVISOR, YC_LANE_WRITE, TRUE,
    yc_certificate_route_replace, 0, yc_certificate_route_foresee_replacement },
  { "POST", API "/certificates/{serial}/reissue", REVIEWER | SUPERVISOR, YC_LANE_WRITE, TRUE,
    yc_certificate_route_reissue, 0, yc_certificate_route_foresee_reissue },
  { "POST", API "/certificates/{serial}/prints", CLERK | REVIEWER | SUPERVISOR, YC_LANE_WRITE, TRUE,
    yc_print_route_create },
  { "GET", API "/certificates/{serial}/overprint", CLERK | REVIEWER | SUPERVISOR,
    YC_LANE_LONG_READ, FALSE, yc_print_route_get_overprint },
  { "POST", API "/prints/{id}/states", CLERK | REVIEWER | SUPERVISOR, YC_LANE_WRITE, TRUE,
    yc_print_route_set_state },
  { "GET", API "/prints/{id}/sheet", CLERK | REVIEWER | SUPERVISOR, YC_LANE_LONG_READ, FALSE,
    yc_print_route_get_sheet },
  { "GET", API "/delivery-channels", CASE_READERS, YC_LANE_READ, FALSE,
    yc_delivery_route_list_channels },
  { "POST", API "/certificates/{serial}/deliveries", CLERK | REVIEWER | SUPERVISOR, YC_LANE_WRITE,
    TRUE, yc_delivery_route_create },
  { "POST", API "/deliveries/{id}/retries", CLERK | REVIEWER | SUPERVISOR, YC_LANE_WRITE, TRUE,
    yc_delivery_route_retry },
  { "GET", API "/returns/summary", SUPERVISOR | ADMINISTRATOR, YC_LANE_LONG_READ, FALSE,
    yc_returns_route_summarize },
  { "GET", API "/events", YC_ROLES_ALL, YC_LANE_READ, FALSE, yc_event_route_listen },
  { "GET", API "/openapi.json", YC_ROLES_PUBLIC, YC_LANE_READ, FALSE,
    yc_public_route_get_openapi },
  { "GET", API "/verification-keys", YC_ROLES_PUBLIC, YC_LANE_READ, FALSE,
    yc_verification_route_list_keys },
  { "GET", API "/revocations", YC_ROLES_ALL, YC_LANE_READ, FALSE,
    yc_verification_route_list_revocations },
  { "GET", API "/verifications/{serial}", YC_ROLES_ALL, YC_LANE_READ, FALSE,
    yc_verification_route_get },
  { "GET", "/verify", YC_ROLES_PUBLIC, YC_LANE_READ, FALSE, yc_verify_route_ask },
  { "POST", "/verify", YC_ROLES_PUBLIC, YC_LANE_READ, FALSE, yc_verify_route_check_file,
    .body = YC_BODY_FORM },
  { "GET", "/verify/{serial}", YC_ROLES_PUBLIC, YC_LANE_READ, FALSE, yc_verify_route_get },
  { "GET", "/healthz", YC_ROLES_PUBLIC, YC_LANE_READ, FALSE, yc_public_route_get_health },
  { "GET", "/metrics", YC_ROLES_PUBLIC, YC_LANE_READ, FALSE, yc_public_route_get_metrics },
};

/**
 * yc_route_get_table:
 * @n_routes: (out): their number
 *
 * Returns: (transfer none) (array length=n_routes): all routes
 */
const YcRoute *
yc_route_get_table (guint *n_routes)
{
  *n_routes = G_N_ELEMENTS (routes);
  return routes;
}

/* Compares part by part; the part in braces takes anything but nothing. */
static gboolean
match (const char  *pattern,
       const char  *path,
       char       **argument)
{
  g_auto (GStrv) wanted = g_strsplit (pattern, "/", -1);
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  const char *found = NULL;

  if (g_strv_length (wanted) != g_strv_length (parts))
    return FALSE;
  for (guint i = 0; wanted[i] != NULL; i++)
    if (wanted[i][0] == '{' && parts[i][0] != '\0')
      found = parts[i];
    else if (!g_str_equal (wanted[i], parts[i]))
      return FALSE;
  if (argument != NULL)
    *argument = g_strdup (found);
  return TRUE;
}

/**
 * yc_route_find:
 * @method: an HTTP method
 * @path: a path
 * @argument: (out) (nullable): what stood in the place of the braces
 * @error: (nullable): return location
 *
 * Returns: (transfer none): the route, %NULL with %YC_SERVICE_ERROR_NOT_FOUND or
 *   %YC_SERVICE_ERROR_METHOD_NOT_ALLOWED
 */
const YcRoute *
yc_route_find (const char  *method,
               const char  *path,
               char       **argument,
               GError     **error)
{
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      gboolean same = g_str_equal (routes[i].method, method);

      if (!match (routes[i].path, path, same ? argument : NULL))
        continue;
      if (same)
        return &routes[i];
      known = TRUE;
    }
  if (known)
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_METHOD_NOT_ALLOWED,
                         _("This address does not take that method."));
  else
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND,
                         _("There is nothing at this address."));
  return NULL;
}

/**
 * yc_route_list_methods:
 * @path: a path
 *
 * Returns: (transfer full): the methods it takes, as the Allow header wants them
 */
char *
yc_route_list_methods (const char *path)
{
  GString *methods = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (match (routes[i].path, path, NULL))
      g_string_append_printf (methods, "%s%s", methods->len > 0 ? ", " : "", routes[i].method);
  return g_string_free (methods, FALSE);
}

gboolean
yc_route_takes_json (const YcRoute *self)
{
  return g_str_equal (self->method, "POST") && self->body == YC_BODY_JSON;
}
