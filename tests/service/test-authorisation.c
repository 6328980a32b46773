/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the whole table of routes with every role: who may is let through, who may not is denied,
 * who is not signed in is told so. */
#include "yc-api-fixture.h"

#include "yc-route.h"

#include <string.h>

#define NOTHING "00000000-0000-7000-8000-000000000000"

typedef struct
{
  YcRole role;
  const char *token;
} Person;

/* The answers that only someone who was let through can get. */
static gboolean
is_let_through (guint status)
{
  return status != 401 && status != 403;
}

static char *
fill_path (const YcRoute *route)
{
  const char *brace = strchr (route->path, '{');
  g_autofree char *head = NULL;
  const char *tail;

  if (brace == NULL)
    return g_strdup (route->path);
  head = g_strndup (route->path, brace - route->path);
  tail = strchr (brace, '}') + 1;
  return g_strconcat (head, NOTHING, tail, NULL);
}

static guint
ask (YcApiFixture  *self,
     const YcRoute *route,
     const char    *token)
{
  g_autofree char *path = fill_path (route);
  gboolean post = g_str_equal (route->method, "POST");
  g_autofree char *headers = yc_api_fixture_write_headers (1);
  g_autoptr (YcTestAnswer) answer = yc_test_service_request (
    self->service, route->method, path, token, headers, post ? "{}" : NULL);

  return answer->status;
}

static void
check_route (YcApiFixture  *self,
             const YcRoute *route,
             const Person  *people,
             guint          n_people)
{
  for (guint i = 0; i < n_people; i++)
    {
      gboolean may = route->roles == YC_ROLES_PUBLIC ||
                     (route->roles & YC_ROLE_BIT (people[i].role)) != 0;
      guint status = ask (self, route, people[i].token);

      if (is_let_through (status) != may)
        g_error ("%s %s as %s: %u", route->method, route->path,
                 yc_role_to_string (people[i].role), status);
    }
}

static void
check_strangers (YcApiFixture  *self,
                 const YcRoute *route)
{
  static const char *const bad_tokens[] = { NULL, "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                                            "' OR 1=1 --" };

  for (guint i = 0; i < G_N_ELEMENTS (bad_tokens); i++)
    {
      guint status = ask (self, route, bad_tokens[i]);

      if (route->roles != YC_ROLES_PUBLIC)
        g_assert_cmpuint (status, ==, 401);
      else
        g_assert_cmpuint (status, !=, 401);
    }
}

static void
test_table (YcApiFixture *self)
{
  const Person people[] = {
    { YC_ROLE_CLERK, self->clerk },
    { YC_ROLE_REVIEWER, self->reviewer },
    { YC_ROLE_SUPERVISOR, self->supervisor },
    { YC_ROLE_TRAINER, self->trainer },
    { YC_ROLE_ADMINISTRATOR, self->root },
  };
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  g_assert_cmpuint (G_N_ELEMENTS (people), ==, YC_N_ROLES);
  for (guint i = 0; i < n_routes; i++)
    {
      gboolean signs_out = g_str_equal (routes[i].method, "DELETE");

      /* Signing in and out is looked at by itself: it changes who is signed in. */
      if (signs_out || g_str_has_suffix (routes[i].path, "/sessions"))
        continue;
      check_route (self, &routes[i], people, G_N_ELEMENTS (people));
      check_strangers (self, &routes[i]);
    }
}

static void
test_sign_out (YcApiFixture *self)
{
  for (YcRole role = YC_ROLE_CLERK; role <= YC_ROLE_ADMINISTRATOR; role++)
    {
      const char *user = role == YC_ROLE_ADMINISTRATOR ? "root" : yc_role_to_string (role);
      g_autofree char *token = yc_test_service_sign_in (self->service, user);
      g_autoptr (YcTestAnswer) out = NULL, after = NULL;

      out = yc_test_service_request (self->service, "DELETE", "/api/v1/sessions/current", token,
                                     NULL, NULL);
      g_assert_cmpuint (out->status, ==, 204);
      after = yc_test_service_request (self->service, "GET", "/api/v1/sessions/current", token,
                                       NULL, NULL);
      g_assert_cmpuint (after->status, ==, 401);
    }
}

/* The table and the description name the same routes. */
static void
test_documented (YcApiFixture *self)
{
  g_auto (GStrv) documented = yc_api_contract_list_routes (self->contract);
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", routes[i].method, routes[i].path);

      if (!g_strv_contains ((const char *const *) documented, name))
        g_error ("%s is not documented", name);
    }
  g_assert_cmpuint (g_strv_length (documented), ==, n_routes);
}

static const YcApiTest tests[] = {
  { "/authorisation/documented", test_documented },
  { "/authorisation/table", test_table },
  { "/authorisation/sign-out", test_sign_out },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}
