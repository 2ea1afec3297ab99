using System.Net;
using System.Net.Sockets;

namespace Emulator.Benchmarks.Load;

/// <summary>One keep-alive connection that sends prepared bytes and reads an answer, with as little work as can be.</summary>
/// <remarks>HttpClient would cost more than the server; blocking sockets and a search for the content length do not.</remarks>
sealed class HttpConnection : IDisposable
{
    readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    byte[] _buffer = new byte[64 << 10];

    public HttpConnection(Uri server) => _socket.Connect(IPAddress.Loopback, server.Port);

    /// <summary>Sends a request and reads the whole answer.</summary>
    public Answer Exchange(byte[] request)
    {
        _socket.Send(request);
        var length = 0;
        int head;
        while ((head = _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            length += Receive(length);
        }

        head += 4;
        var end = head + ContentLength(_buffer.AsSpan(0, head));
        while (length < end)
        {
            length += Receive(length);
        }

        var status = (_buffer[9] - '0') * 100 + (_buffer[10] - '0') * 10 + _buffer[11] - '0';
        return new Answer(status, _buffer.AsMemory(head, end - head));
    }

    public void Dispose() => _socket.Dispose();

    int Receive(int at)
    {
        if (at == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = _socket.Receive(_buffer.AsSpan(at));
        return received > 0 ? received : throw new IOException("The server closed the connection.");
    }

    static int ContentLength(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        if (at < 0)
        {
            throw new IOException("The answer has no Content-Length.");
        }

        var length = 0;
        for (var i = at + name.Length; head[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            length = length * 10 + head[i] - '0';
        }

        return length;
    }
}

/// <summary>The status and body of an answer; the body is good until the next exchange on the connection.</summary>
readonly record struct Answer(int Status, ReadOnlyMemory<byte> Body);
