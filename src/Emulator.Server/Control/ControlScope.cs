using Emulator.Services.Resources;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary>The part of the state that a request to the control API is about.</summary>
static class ControlScope
{
    /// <returns><c>null</c> for every account and region.</returns>
    /// <exception cref="ControlException">There is an account without a region, or the other way round.</exception>
    public static Scope? Of(IQueryCollection query)
    {
        var account = query["account"].ToString();
        var region = query["region"].ToString();
        if (account.Length == 0 != (region.Length == 0))
        {
            throw new ControlException("InvalidScope", "Give both account and region, or neither for everything.");
        }

        return account.Length == 0 ? null : new Scope(account, region);
    }
}
